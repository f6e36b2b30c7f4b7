using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Containers;

/// <summary>Commands that look at containers and virtual machines and steer them.</summary>
internal static class ContainerCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;
    private const RiskTier Data = RiskTier.DataMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("docker podman nerdctl")
        {
            Options = "-Dvl:H:c:n:a: --debug --log-level= --host= --context= --config. --tls --tlsverify --tlscacert. --tlscert. --tlskey. --version --namespace= --address= --root. --runroot. --url= --connection= --remote -r",
            Subcommands = DockerCommands.All,
            SharesOptions = true,
            Changes = [new("-H! --host! --url! --connection! --context! -c!", Destructive, "another machine is meant", "run"), Texts.TextCommands.Runs("--config! --runtime! --conmon! --hooks-dir! --network-cmd-path! --module! --cni-path! --storage-opt!")],
        },
        new("docker-compose podman-compose") { Options = DockerCommands.ComposeOptions, Subcommands = DockerCommands.Compose, Changes = [new("-H! --host!", Destructive, "another machine is meant", "run")] },
        new("crictl")
        {
            Options = "-Di:r:t:c: --debug --config= --runtime-endpoint= --image-endpoint= --timeout= --version -v",
            Subcommands = [CommandModel.Shows("ps pods logs images img image inspect inspecti inspectp info stats statsp version runtimeconfig imagefsinfo metricdescs metricsp events event completion config-show"), Stops("stop stopp update start checkpoint"), DockerCommands.Inside("-ist -r: --interactive --tty --sync --timeout= --transport="), CommandModel.Does("attach port-forward run runp create pull config", Destructive, "something runs in a container"), Removes("rm rmp rmi")],
        },
        new("ctr")
        {
            Options = "-n:a: --namespace= --address= --debug --timeout= --connect-timeout= -v --version",
            Subcommands = [Ctr("containers container c", "list ls info", "create delete del rm remove label checkpoint restore"), Ctr("images image i", "list ls check tree usage inspect", "pull push import export remove rm delete del label tag mount unmount convert prune"), Ctr("tasks task t", "list ls ps metrics metric", "attach checkpoint delete del rm remove exec kill pause resume start"), Ctr("namespaces namespace ns", "list ls", "create remove rm label"), Ctr("snapshots snapshot", "list ls info usage tree diff", "commit delete del remove rm label mount prepare unpack view"), Ctr("content", "list ls active", "delete del rm remove edit fetch ingest pull push label get prune"), Ctr("plugins plugin", "list ls", ""), CommandModel.Shows("version info events event"), Ctr("leases", "list ls", "create delete"), CommandModel.Does("run install oci", Destructive, "something runs in a container")],
        },
        Ctr("runc crun", "list ps state events features", "spec kill delete start stop pause resume exec run create update checkpoint restore"),
        new("lxc incus") { Options = "--debug --verbose -v --version -q --quiet", Subcommands = [CommandModel.Shows("list ls info version"), new("config profile network storage image remote project cluster alias snapshot") { AnyOption = true, Subcommands = [CommandModel.Shows("show list ls info list-leases get list-volumes list-tokens list-profiles"), CommandModel.Does("delete rm", Data, "what is kept goes with it"), CommandModel.Does("set unset edit create add remove device template trust metadata copy move rename attach detach attach-profile detach-profile import export refresh alias switch update enable publish", Destructive, "a container or image changes")] }, Stops("start stop restart pause"), CommandModel.Does("delete exec launch init copy move publish restore file console import export monitor rename", Destructive, "a container or image changes")] },
        CommandModel.Reads("lxc-ls", "-1fP.gdF: --line --fancy --fancy-format= --active --running --frozen --stopped --defined --groups= --filter= --lxcpath. --version --help"),
        CommandModel.Reads("lxc-info", "-n:pisSHc:P. --name= --ips --pid --stats --state --no-humanize --config= --lxcpath. --quiet -q --version --help"),
        CommandModel.Shows("lxc-checkconfig"),
        CommandModel.Reads("lxc-top", "-bdrs: --batch --delay= --sort= --reverse --help"),
        CommandModel.Does("lxc-start lxc-stop lxc-freeze lxc-unfreeze", Service, "a container starts or stops", "run"),
        CommandModel.Does("lxc-destroy lxc-attach lxc-execute lxc-create lxc-copy buildah kaniko", Destructive, "a container is removed or runs something", "run"),
        new("machinectl") { Changes = [new("-H! --host!", Destructive, "another machine is meant", "run")], Options = "-aqln:o:M:H:p: --no-pager --no-legend --full --all --property= --value", SharesOptions = true, Alone = true, Subcommands = [CommandModel.Shows("list status show list-images image-status show-image"), Stops("start poweroff reboot terminate kill enable disable stop"), CommandModel.Does("login shell bind copy-to copy-from clone rename read-only pull-tar pull-raw import-tar import-raw import-fs export-tar export-raw edit", Destructive, "something runs in a machine"), CommandModel.Does("remove clean set-limit", Data, "images of machines are removed")] },
        new("skopeo") { Options = "--debug --tls-verify? --override-os= --override-arch= --version -v --command-timeout= --insecure-policy", SharesOptions = true, Subcommands = [CommandModel.Reads("inspect list-tags manifest-digest", "--raw --config --format= -f: -n --no-tags --no-creds --retry-times=", ArgumentRole.Text), CommandModel.Does("copy sync login logout standalone-sign generate-sigstore-key", Destructive, "images are copied"), CommandModel.Does("delete", Data, "images are removed from a registry")] },
        CommandModel.Shows("crane-ls"),
        new("trivy grype syft") { AnyOption = false, Options = "--version -v", Operands = ArgumentRole.Unknown },
        .. MachineCommands(),
    ];

    private static IEnumerable<CommandModel> MachineCommands() =>
    [
        new("virsh")
        {
            Judge = Virsh,
            Options = "-c:dqrtk:K:l>e: --connect= --readonly --quiet --timing --version? -v -V -h --debug=",
            Subcommands =
            [
                CommandModel.Shows("list dominfo domstats domblklist domblkstat domblkinfo domiflist domifstat domifaddr domstate domuuid domid domname dommemstat domcontrol domfsinfo domblkerror domjobinfo dumpxml vcpuinfo vcpucount nodeinfo nodecpustats nodememstats nodecpumap freecell capabilities domcapabilities uri version hostname sysinfo maxvcpus pool-list pool-info pool-dumpxml vol-list vol-info vol-dumpxml vol-path net-list net-info net-dumpxml net-dhcp-leases iface-list iface-dumpxml nwfilter-list snapshot-list snapshot-info snapshot-dumpxml secret-list nodedev-list nodedev-dumpxml cpu-stats vncdisplay domdisplay help guestinfo"),
                Stops("start shutdown reboot reset destroy suspend resume managedsave restore autostart setvcpus setmem setmaxmem migrate net-start net-destroy pool-start pool-destroy pool-refresh pool-autostart net-autostart domifup domif-setlink send-key inject-nmi dompmsuspend dompmwakeup"),
                CommandModel.Does("define create edit attach-device attach-disk attach-interface detach-device detach-disk detach-interface update-device console net-define net-undefine net-create net-edit pool-define pool-create pool-undefine blockcommit blockpull blockcopy blockresize save snapshot-create snapshot-create-as qemu-monitor-command qemu-agent-command vol-create vol-create-as vol-clone vol-upload vol-download change-media", Destructive, "a virtual machine is changed"),
                CommandModel.Does("undefine", Destructive, "the definition of a machine is removed") with { Judge = Storage },
                CommandModel.Does("vol-delete vol-wipe vol-resize pool-delete snapshot-delete snapshot-revert", Data, "a machine's disks are removed or changed"),
            ],
        },
        Machine("qm pct", "list status config pending showcmd cpusets listsnapshot df", "start stop shutdown reboot reset suspend resume unlock", "destroy rollback delsnapshot resize move_disk move-disk move_volume move-volume"),
        new("pvecm pvesm pveversion pveperf pvesubscription ha-manager pveceph") { Options = "-v --verbose", Subcommands = [CommandModel.Shows("status list nodes path scan get config"), CommandModel.Does("add delnode expected set remove alloc free create updatecerts enable disable", Destructive, "the cluster changes")], Alone = true },
        new("pvesh") { Subcommands = [CommandModel.Shows("get ls usage"), CommandModel.Does("create set", Destructive, "the cluster changes"), CommandModel.Does("delete", Data, "something of the cluster is removed")] },
        CommandModel.Does("vboxmanage VBoxManage vmrun vagrant packer multipass", Destructive, "a virtual machine changes", "run"),
        CommandModel.Reads("qemu-img", "-U --force-share --output= --backing-chain -f:", ArgumentRole.Text) with { Style = OptionStyle.Posix, Subcommands = [CommandModel.Shows("info map measure compare"), CommandModel.Reads("check", "-qUpf:T: --output= --force-share --image-opts"), CommandModel.Does("create convert resize rebase commit amend snapshot bitmap dd bench", Data, "a disk image is changed")] },
        new("xl xe") { Subcommands = [CommandModel.Reads("dmesg", ""), CommandModel.Shows("list info top vcpu-list uptime vm-list host-list sr-list vdi-list pool-list"), Stops("shutdown reboot pause unpause vm-start vm-shutdown vm-reboot"), CommandModel.Does("destroy vm-destroy vdi-destroy vm-uninstall sr-destroy", Data, "a machine is removed")] },
    ];

    // Other addresses may name a program that makes the connection.
    private static void Virsh(CommandCall call)
    {
        if (call.Given.Value("-c", "--connect") is { } address && address.Literal is not ("qemu:///system" or "qemu:///session" or "lxc:///" or "lxc:///system" or "xen:///" or "xen:///system" or "test:///default"))
        {
            call.Unknown("another machine is meant");
        }

        if (call.Words.Any(w => w.Prefix.StartsWith("--period", StringComparison.Ordinal) || w.Prefix.StartsWith("--security-info", StringComparison.Ordinal) || w.Prefix.StartsWith("--include-password", StringComparison.Ordinal)))
        {
            call.Unknown("a setting changes, or passwords are shown");
        }

        if (call.Words.Any(w => w.Literal is { } text && text.Contains(';', StringComparison.Ordinal)))
        {
            call.Unknown("several commands stand in one");
        }
    }

    // Without these the disks stay, and the definition can be written again.
    private static void Storage(CommandCall call)
    {
        if (call.Words.Any(w => w.Literal is null || w.Prefix is ['-', '-', 'r' or 's' or 'w' or 'd' or 'n' or 'm' or 't', ..]))
        {
            call.Add("delete", Data, "a machine's disks or state go with it");
        }
    }

    private static CommandModel Stops(string names) => CommandModel.Does(names, Service, "a container or machine starts, stops or changes");

    private static CommandModel Removes(string names) => CommandModel.Does(names, Destructive, "a container or image is removed", "delete");

    private static CommandModel Ctr(string names, string shows, string changes) =>
        new(names) { Options = "-q --quiet --version -v --root. --format= -f: --debug", Subcommands = [CommandModel.Shows(shows), CommandModel.Does(changes, Destructive, "a container or image changes")] };

    private static CommandModel Machine(string names, string shows, string service, string data) =>
        new(names) { Subcommands = [CommandModel.Shows(shows), Stops(service), CommandModel.Does("create clone set importdisk import template snapshot migrate exec enter console terminal push pull monitor guest agent cloudinit sendkey", Destructive, "a machine is changed"), CommandModel.Does(data, Data, "a machine's disks are removed or changed")] };
}
