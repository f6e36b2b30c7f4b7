using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Cloud;

/// <summary>Commands that talk to clusters and clouds.</summary>
internal static class CloudCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;
    private const RiskTier Data = RiskTier.DataMutation;

    private const string HelmOptions = "-n:Aaqdho:r:f<l:m: --namespace= --all-namespaces --kube-context= --output= --all --filter= --max= --short --deployed --failed --pending --superseded --uninstalled --date --reverse --revision= --values< --set= --set-string= --version= --debug --devel --show-resources --show-desc --template= --repo= --include-crds --skip-crds --show-only= -s: --strict --quiet --namespace --no-headers --offset= --time-format= --selector= --regexp -r --kube-version= --api-versions= --skip-tests --is-upgrade --no-hooks --release-name --short --client --color= --validate --versions --max-col-width=";

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Clusters(),
        .. Clouds(),
    ];

    private static IEnumerable<CommandModel> Clusters() =>
    [
        new("helm")
        {
            Options = HelmOptions,
            SharesOptions = true,
            Changes = [new("--kubeconfig! --kube-token! --kube-as-user! --kube-as-group! --kube-apiserver! --kube-ca-file! --kube-insecure-skip-tls-verify --registry-config! --repository-config!", Destructive, "somebody else's identity or another cluster is used", "run"), Texts.TextCommands.Runs("--post-renderer!"), Texts.TextCommands.Output("--output-dir>")],
            Subcommands =
            [
                CommandModel.Reads("list ls status history hist search show inspect template lint version env verify help", ""),
                new("get") { Subcommands = [CommandModel.Reads("values manifest notes hooks metadata all", "")], SharesOptions = true },
                new("repo") { Subcommands = [CommandModel.Reads("list ls", ""), CommandModel.Does("add remove rm update up index", Destructive, "repositories change")], SharesOptions = true },
                new("plugin dependency dep registry") { Subcommands = [CommandModel.Reads("list ls", ""), CommandModel.Does("install uninstall update build login logout", Destructive, "it changes what helm is")], SharesOptions = true },
                CommandModel.Does("rollback upgrade install create package pull fetch push test", Destructive, "a release changes"),
                CommandModel.Does("uninstall delete del un", Data, "a release goes with all that it holds", "delete"),
            ],
        },
        new("oc") { Judge = Identity, Options = "-n:Ao:w", Subcommands = [CommandModel.Reads("status whoami version projects", "-n: --show-server --show-console --show-context", ArgumentRole.Text), new("get describe logs top explain") { Options = "-n:Ao:wpfl:c: --namespace= --all-namespaces --output= --selector= --tail= --since= --previous --follow --container= --sort-by= --no-headers --show-labels --watch --field-selector= --all-containers --timestamps", Operands = ArgumentRole.Text, Judge = NoSecrets }] },
        new("kubeadm") { Options = "--v= -v:", Subcommands = [new("certs") { Subcommands = [CommandModel.Shows("check-expiration"), CommandModel.Does("renew generate-csr certificate-key", Destructive, "certificates change")] }, CommandModel.Shows("version help"), new("config") { Subcommands = [new("images") { Subcommands = [CommandModel.Shows("list"), CommandModel.Does("pull", Destructive, "images are pulled")] }, CommandModel.Shows("view print"), CommandModel.Does("migrate validate", Destructive, "settings are rewritten")] }, new("upgrade") { Subcommands = [CommandModel.Shows("plan diff"), CommandModel.Does("apply node", Destructive, "the cluster changes")] }, new("token") { Subcommands = [CommandModel.Does("list create delete generate", Destructive, "tokens are a way in")] }, CommandModel.Does("init join", Destructive, "the cluster changes"), CommandModel.Does("reset", Data, "a node of the cluster is taken apart")] },
        CommandModel.Reads("kustomize", "--load-restrictor= --enable-alpha-plugins-not") with { Style = OptionStyle.Posix, Subcommands = [CommandModel.Reads("build", "", ArgumentRole.Inspect), CommandModel.Shows("version")] },
        new("argocd") { Judge = Identity, Options = "--server= --grpc-web --insecure --plaintext --core -o: --output=", Subcommands = [new("app") { Subcommands = [CommandModel.Shows("list get history diff manifests resources logs wait"), CommandModel.Does("sync rollback set unset create patch terminate-op actions edit", Destructive, "an application changes"), CommandModel.Does("delete delete-resource", Data, "an application is removed")] }, Listing("cluster proj repo appset repocreds cert account gpg", "list get get-user-info can-i"), CommandModel.Shows("version")] },
        new("flux") { Judge = Identity, Options = "-n:A --namespace= --all-namespaces --context= --timeout= --verbose", SharesOptions = true, Subcommands = [CommandModel.Shows("get stats events trace tree logs check version diff"), CommandModel.Does("reconcile suspend resume", Service, "what is rolled out changes"), CommandModel.Does("delete uninstall create bootstrap install export push pull tag build", Destructive, "what is rolled out changes")] },
        new("istioctl") { Judge = Identity, Options = "-n:i: --namespace= --istioNamespace= --context=", Subcommands = [CommandModel.Shows("proxy-status ps version analyze validate describe"), ProxyConfig(), CommandModel.Does("install upgrade uninstall kube-inject create-remote-secret", Destructive, "the mesh changes")] },
        new("linkerd") { Judge = Identity, Subcommands = [CommandModel.Shows("check version stat routes top edges"), new("viz") { Subcommands = [CommandModel.Shows("check stat routes top edges")] }] },
        new("cilium hubble") { Judge = Identity, Options = "-n: --namespace=", Subcommands = [CommandModel.Shows("status version observe list"), Listing("endpoint node service policy identity", "list get")] },
        new("calicoctl") { Judge = Identity, Subcommands = [CommandModel.Shows("get version"), new("node") { Subcommands = [CommandModel.Shows("status")] }, new("ipam") { Subcommands = [CommandModel.Shows("show"), CommandModel.Reads("check", "--show-all-ips --show-problem-ips")] }] },
        new("velero") { Judge = Identity, Options = "-n: --namespace=", Subcommands = [new("backup schedule restore backup-location snapshot-location plugin repo") { Subcommands = [CommandModel.Shows("get describe logs"), CommandModel.Does("create pause unpause set add", Destructive, "backups change"), CommandModel.Does("delete remove", Data, "backups are data")] }, CommandModel.Shows("get describe version"), CommandModel.Does("delete uninstall", Data, "backups are data"), CommandModel.Does("create install", Destructive, "backups change")] },
        new("kops eksctl") { Judge = c => { if (c.Words.Any(w => w.Literal is null || w.Literal.StartsWith("secret", StringComparison.Ordinal) || w.Literal.StartsWith("--copy", StringComparison.Ordinal))) { c.Unknown("secrets are shown"); } }, Subcommands = [CommandModel.Shows("get version validate info"), new("utils") { Subcommands = [CommandModel.Shows("describe-addon-versions describe-addon-configuration describe-stacks schema")] }, CommandModel.Does("create update upgrade replace rolling-update edit scale drain", Destructive, "the cluster changes"), CommandModel.Does("delete", Data, "a cluster is removed")] },
        new("talosctl") { Judge = Identity, Options = "-n:e: --nodes= --endpoints= --context=", Subcommands = [CommandModel.Shows("version health services dmesg logs containers stats memory processes disks mounts get list ls members time netstat events inspect"), CommandModel.Does("reboot shutdown restart service", Service, "the machine changes"), CommandModel.Does("reset wipe apply-config upgrade upgrade-k8s patch edit bootstrap", Data, "the machine is set up anew")] },
    ];

    private static IEnumerable<CommandModel> Clouds() =>
    [
        new("terraform tofu terragrunt")
        {
            Style = OptionStyle.Words,
            Options = "-chdir: -version -help -json -no-color -raw -state. -input: -lock: -detailed-exitcode -refresh: -target: -var: -var-file. -compact-warnings -check -diff -recursive -list -write:",
            SharesOptions = true,
            Subcommands = [CommandModel.Reads("version graph validate", "") with { Style = OptionStyle.Words }, CommandModel.Reads("show output", "") with { Style = OptionStyle.Words, Judge = Outputs }, new("providers") { Options = "-json", Alone = true, Subcommands = [CommandModel.Reads("schema", "-json"), CommandModel.Does("lock mirror", Destructive, "providers are downloaded")] }, new("state") { Subcommands = [CommandModel.Reads("list show", ""), CommandModel.Does("pull push mv rm replace-provider", Data, "the state is what is known of everything")], SharesOptions = true }, new("workspace") { Subcommands = [CommandModel.Reads("list show", ""), CommandModel.Does("new select delete", Destructive, "another workspace is used")], SharesOptions = true }, new("fmt") { Options = "-check -diff -recursive -list: -no-color", Style = OptionStyle.Words, Operands = ArgumentRole.Text, Judge = c => { if (!c.Given.Has("-check")) { c.Add("write", Destructive, "files are rewritten"); } } }, CommandModel.Does("plan init refresh get import taint untaint console login logout test force-unlock apply-all run-all", Destructive, "providers run and state may change"), CommandModel.Does("destroy apply", Data, "what is managed is made, changed or destroyed")],
        },
        new("kubectx kubens") { Options = "-c --current --version", Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Operands.Count > 0) { c.Add("run", Destructive, "another cluster or namespace is meant"); } } },
        new("nomad") { Options = "-version -v", Style = OptionStyle.Words, Subcommands = [CommandModel.Shows("status version server-members agent-info"), Listing("node job alloc deployment server volume namespace", "status members inspect history logs plan list versions"), CommandModel.Does("run stop start drain", Destructive, "jobs change")] },
        new("consul")
        {
            Style = OptionStyle.Words,
            Subcommands = [CommandModel.Shows("members info version monitor catalog rtt validate help"), new("operator") { Subcommands = [new("raft") { Subcommands = [CommandModel.Shows("list-peers"), CommandModel.Does("remove-peer transfer-leader", Destructive, "the cluster changes")] }, new("autopilot") { Subcommands = [CommandModel.Shows("get-config state")] }] }, new("kv") { Subcommands = [CommandModel.Shows("get"), CommandModel.Does("put delete import", Data, "keys are data"), CommandModel.Does("export", Destructive, "all keys are read")] }, CommandModel.Does("reload maint", RiskTier.ServiceMutation, "a member reads its settings, or is taken out for a while"), CommandModel.Does("leave join force-leave lock watch exec", Destructive, "the cluster changes"), new("snapshot") { Subcommands = [CommandModel.Shows("inspect"), CommandModel.Does("restore", Data, "all data is replaced"), CommandModel.Does("save", Destructive, "a file is written")] }],
        },
        new("vault") { Style = OptionStyle.Words, Options = "-version", Subcommands = [CommandModel.Reads("status", "-format: -address:"), CommandModel.Shows("version"), CommandModel.Does("read kv login token unwrap print write delete list secrets auth policy operator lease audit agent server ssh", Destructive, "secrets are nobody's business") with { Blocked = "Secrets of Vault are nobody's business on a host." }] },
        new("gcloud") { AnyOption = true, Operands = ArgumentRole.Text, Judge = GcloudCalls.Judge },
        CommandModel.Does("gsutil bq doctl hcloud linode-cli oci ibmcloud openstack nova cinder neutron glance s3cmd s5cmd mc rclone ansible-playbook ansible-pull ansible-console chef-client puppet salt knife fly heroku cf pulumi cdk serverless sam k9s", Destructive, "it talks to a cloud or changes machines", "run") with { Judge = VersionOnly },
        new("ansible ansible-galaxy ansible-doc ansible-config chef ohai facter puppet-lint") { Options = "--version --list-hosts", Operands = ArgumentRole.Unknown, Judge = c => Daemons.DaemonCommands.Need(c, "it changes machines", "--version", "--list-hosts") },
        CommandModel.Reads("ansible-inventory", "-i:y --list --host= --graph? --yaml --toml --export --inventory= --limit= -l: --vars --version", ArgumentRole.Text) with { Changes = [Texts.TextCommands.Output("--output>")], Judge = Inventory },
        CommandModel.Does("salt-call salt-minion", Destructive, "it changes machines", "run") with { Judge = VersionOnly },
    ];

    // How much a proxy logs is among what may be looked at.
    private static CommandModel ProxyConfig() => new("proxy-config pc")
    {
        AnyOption = true,
        Options = "-n:i:o: --namespace= --istioNamespace= --context= --output=",
        Subcommands =
        [
            CommandModel.Shows("all bootstrap b cluster clusters c ecds ec endpoint endpoints ep listener listeners l route routes r rootca rc secret secrets s"),
            new("log o") { Options = "-n:i:o: --namespace= --istioNamespace= --context= --output=", Operands = ArgumentRole.Text, Changes = [new("-r --reset --level=", Service, "a proxy logs in another way")] },
        ],
    };

    // One value is printed as it is, also one that the list of all of them hides.
    private static void Outputs(CommandCall call)
    {
        if (call.Given.Has("-json", "-raw") || (call.Given.Operands.Count > 0 && call.Words.Any(w => w.Literal is "output")))
        {
            call.Add("read", Destructive, "secrets of the state are shown");
        }
    }

    private static CommandModel Listing(string names, string shows) =>
        new(names) { Subcommands = [CommandModel.Shows(shows), CommandModel.Does("scale restart eligibility", RiskTier.ServiceMutation, "it starts anew, or another number of it runs"), CommandModel.Does("add remove rm delete update set create edit drain run stop promote fail purge rotate", Destructive, "it changes")] };

    // An inventory that is a program is run.
    private static void Inventory(CommandCall call)
    {
        if (call.Given.Options.Exists(o => o.Shape.Name is "-i" or "--inventory" && !(o.Value?.Literal is { } path && (path.StartsWith("/etc/", StringComparison.Ordinal) || path.EndsWith(',')) && !path.Contains("..", StringComparison.Ordinal))))
        {
            call.Unknown("an inventory from elsewhere may be a program");
        }
    }

    private static void VersionOnly(CommandCall call)
    {
        if (call.Words is [{ Literal: "--version" or "version" or "-V" }])
        {
            call.Add("read", RiskTier.Read, null);
        }
    }

    // Another identity or cluster than the host's own, and secrets, are not for looking at.
    private static void Identity(CommandCall call)
    {
        foreach (var word in call.Words)
        {
            var text = word.Prefix;
            if (text.StartsWith("--kubeconfig", StringComparison.Ordinal) || text.StartsWith("--token", StringComparison.Ordinal) || text.StartsWith("--as", StringComparison.Ordinal) || text.StartsWith("--auth-token", StringComparison.Ordinal)
                || text.StartsWith("--talosconfig", StringComparison.Ordinal) || text.StartsWith("--config", StringComparison.Ordinal) || text.StartsWith("--sops", StringComparison.Ordinal)
                || (call.Name == "talosctl" && (text.Contains("secret", StringComparison.OrdinalIgnoreCase) || text.Contains("cert", StringComparison.OrdinalIgnoreCase) || text.Contains("machineconfig", StringComparison.OrdinalIgnoreCase) || text.Contains("key", StringComparison.OrdinalIgnoreCase))))
            {
                call.Unknown("another identity is used, or secrets are shown");
                return;
            }
        }
    }

    private static void NoSecrets(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.Literal is not { } text || text.Contains("secret", StringComparison.OrdinalIgnoreCase) || text is "all"))
        {
            call.Add("read", RiskTier.DestructiveMutation, "it may show secrets");
        }
    }
}
