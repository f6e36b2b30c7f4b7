using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Tooling;

/// <summary>Command lines of services and platforms, as far as what they are asked only looks. What is not listed is not known.</summary>
internal static class ToolingCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    private const string Forge =
        "-L:R:s:S:A:l:q:t:j: --limit= --repo= --state= --search= --assignee= --author= --label= --json= --jq= --template= --branch= --workflow= --status= --user= --event= --commit= --created= --job= --attempt= --log --log-failed --verbose --comments --exit-status --name-only --patch --color= --base= --head= --draft --archived --no-archived --language= --visibility= --exclude-drafts --exclude-pre-releases --all --active --hostname=";

    private const string Kube = "-n:Ao:l:c: --namespace= --all-namespaces --output= --selector= --container= --limit= --since= --tail= --no-headers --show-labels --timestamps --no-color --sort-by= --status= --running --completed --prefix= --previous";

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Forges(),
        .. Networks(),
        .. Clusters(),
        .. Machines(),
        .. Files(),
    ];

    private static IEnumerable<CommandModel> Forges() =>
    [
        new("gh glab")
        {
            Options = "--version -R: --repo=",
            Subcommands =
            [
                Asked("pr mr", "list ls view status diff checks", Forge),
                Asked("issue", "list ls view status", Forge),
                Asked("run ci pipeline", "list ls view", Forge),
                Asked("workflow release label ruleset", "list ls view", Forge),
                Asked("repo", "list ls view", Forge),
                Asked("cache", "list ls", Forge),
                Asked("auth", "status", "-h:a --hostname= --active"),
                CommandModel.Reads("version status", ""),
            ],
        },
    ];

    private static IEnumerable<CommandModel> Networks() =>
    [
        new("tailscale")
        {
            Style = OptionStyle.Words,
            Options = "-version",
            Subcommands =
            [
                CommandModel.Reads("status", "-json -active -peers? -self?") with { Style = OptionStyle.Words, Operands = ArgumentRole.Unknown },
                CommandModel.Reads("ip", "-1 -4 -6 -assert:") with { Style = OptionStyle.Words },
                CommandModel.Reads("netcheck", "-format: -every: -verbose") with { Style = OptionStyle.Words },
                CommandModel.Reads("ping", "-c: -timeout: -until-direct? -tsmp -icmp -peerapi -verbose") with { Style = OptionStyle.Words },
                CommandModel.Reads("version whois", "-json -daemon") with { Style = OptionStyle.Words },
            ],
        },
        CommandModel.Reads("grpcurl", "-plaintext -insecure -v -vv -connect-timeout: -max-time: -authority: -servername: -emit-defaults -format-error -H: -rpc-header: -reflect-header:") with { Style = OptionStyle.Words, Judge = Rpc },
        CommandModel.Reads("grpc_health_probe grpc-health-probe", "-addr: -service: -connect-timeout: -rpc-timeout: -tls -tls-no-verify -tls-server-name: -v -user-agent: -version") with { Style = OptionStyle.Words, Operands = ArgumentRole.Unknown },
        CommandModel.Reads("ntpdate", "-46qduvo:p:t:") with { Judge = c => { if (!c.Given.Has("-q")) { c.Add("write", Service, "the clock changes"); } } },
        CommandModel.Reads("smbclient", "-NgkL:U:W:p:m: --list= --no-pass --user= --workgroup= --port= --grepable --kerberos", ArgumentRole.Unknown) with { Judge = c => Daemons.DaemonCommands.Need(c, "a share is opened", "-L", "--list") },
        CommandModel.Reads("capinfos", "-tEIFHcsSdluaeyizxokDTMRrNqmbBpPQAKCvh --version --help", ArgumentRole.Glance),
        CommandModel.Reads("dhcp-lease-list", "--all --last --parsable --lease<"),
    ];

    private static IEnumerable<CommandModel> Clusters() =>
    [
        CommandModel.Reads("stern", Kube + " -t -i:e:E:H:p:s: --include= --exclude= --exclude-pod= --exclude-container= --highlight= --no-follow --color= --container-state= --init-containers? --only-log-lines --max-log-requests= --timezone= --node="),
        new("argo") { Options = "-n: --namespace= --version", Subcommands = [CommandModel.Reads("list ls get logs version", Kube + " --prefix --grep= --no-utf8 --older="), CommandModel.Does("submit resubmit retry resume stop suspend terminate delete archive cp cron cluster-template template lint wait watch node server", Destructive, "workflows run or change")] },
        new("tkn")
        {
            Options = "-n: --namespace=",
            Subcommands = [.. new[] { "pipelinerun pr", "taskrun tr", "pipeline p", "task t", "clustertask ct", "eventlistener el", "triggertemplate tt", "triggerbinding tb" }.Select(kind => Asked(kind, "list ls describe desc logs", Kube + " --last --all -L --reverse")), CommandModel.Reads("version", "--component=")],
        },
        new("rabbitmqadmin") { Options = "-NP:H:u:p:V:f:S:d:qb: --host= --port= --username= --password= --vhost= --format= --sort= --sort-reverse --depth= --quiet --bash-completion --path-prefix= -s --ssl --ssl-insecure --version", SharesOptions = true, Subcommands = [CommandModel.Reads("list show", ""), CommandModel.Does("declare delete purge publish get import export close", RiskTier.DataMutation, "messages are data")] },
        new("crane") { Options = "--insecure --platform= -v --verbose", SharesOptions = true, Subcommands = [CommandModel.Reads("ls manifest digest config catalog version", "--full-ref --omit-digest-tags"), CommandModel.Does("append auth blob copy cp delete export flatten index mutate pull push rebase tag validate", Destructive, "images are copied or changed")] },
        CommandModel.Does("kubeseal popeye dive opa boundary waypoint kea-shell", Destructive, "it talks to a cluster or runs something", "run"),
    ];

    private static IEnumerable<CommandModel> Machines() =>
    [
        CommandModel.Reads("stty", "-agF. --all --save --file.") with { Judge = c => { if (c.Given.Operands.Exists(w => w.Literal is not ("size" or "speed"))) { c.Add("write", Destructive, "settings change"); } } },
        new("bpftool")
        {
            Options = "-jpfmn --json --pretty --bpffs --mapcompat --nomount --version",
            Subcommands = [.. new[] { "prog p", "map m", "link l", "cgroup", "net", "perf", "btf", "feature", "struct_ops" }.Select(kind => new CommandModel(kind) { Alone = kind is "net" or "perf", Subcommands = [CommandModel.Reads("show list tree", "")] }), CommandModel.Reads("version help", "")],
        },
        new("realm") { Options = "-v --verbose --unattended", Subcommands = [CommandModel.Reads("list discover", "-anv --all --name-only --server-software= --client-software= --membership-software="), CommandModel.Does("join leave permit deny", Destructive, "users or their rights change", "write")] },
        CommandModel.Reads("pdbedit", "-Lvu: --list --verbose --user=", ArgumentRole.Unknown) with { Judge = c => { if (!c.Given.Has("-L", "--list")) { c.Add("write", Destructive, "users or their rights change"); } } },
        new("sssctl") { Subcommands = [CommandModel.Reads("domain-list domain-status config-check user-show group-show", "-o -a -l -r -n --online --active-server --servers"), CommandModel.Does("user-checks logs-remove logs-fetch cache-remove cache-expire cache-index cache-upgrade client-data-backup client-data-restore access-report debug-level analyze", Destructive, "what is kept of users changes")] },
        new("net") { Options = "-d:U:P -k --user= --machine-pass --use-kerberos=", Subcommands = [new("ads") { Subcommands = [CommandModel.Reads("info testjoin workgroup lookup", "-P", ArgumentRole.Unknown), CommandModel.Does("join leave user group status printer search dn sid changetrustpw keytab gpo dns setspn enctypes", Destructive, "users or their rights change")] }, CommandModel.Reads("time", "", ArgumentRole.Unknown)] },
        CommandModel.Reads("dovecot", "-nahHNSm:f: --version", ArgumentRole.Text) with { Judge = c => Daemons.DaemonCommands.Need(c, "a server starts", "-n", "-a") },
        new("barman") { Options = "-qd --quiet --debug --color= --format= -f: --version -v", Subcommands = [CommandModel.Reads("list-server list-servers list-backup list-backups show-server show-servers show-backup show-backups status check replication-status list-files diagnose verify-backup", "--minimal --nagios --target= --source= --show-config-source"), CommandModel.Does("backup recover cron archive-wal receive-wal switch-wal switch-xlog delete get-wal put-wal sync-backup sync-info sync-wals rebuild-xlogdb keep lock-directory-cleanup generate-manifest config-switch config-update", RiskTier.DataMutation, "backups are data")] },
        CommandModel.Reads("adjtimex", "-p --print", ArgumentRole.Unknown) with { Judge = c => Daemons.DaemonCommands.Need(c, "the clock changes", "-p", "--print") },
        CommandModel.Reads("ras-mc-ctl", "--summary --errors --error-count --layout --status --mainboard --guess-labels --version", ArgumentRole.Unknown),
        CommandModel.Reads("aulastlog", "-u: --user=", ArgumentRole.Unknown),
        CommandModel.Reads("arc_summary arcstat", "-adgrp:s:f:v --alternate --description --graph --raw --page= --section= --version"),
        new("lfs") { Subcommands = [CommandModel.Reads("df", "-ihlLp: --inodes --lazy --pool=", ArgumentRole.Inspect), CommandModel.Reads("getstripe getdirstripe", "-qvrdcSimpy --quiet --verbose --recursive", ArgumentRole.Inspect), CommandModel.Reads("quota", "-qvhu:g:p:t --pool=", ArgumentRole.Inspect), CommandModel.Reads("osts mdts pool_list path2fid", "", ArgumentRole.Inspect), CommandModel.Does("setstripe setquota migrate mkdir mirror hsm_archive hsm_release hsm_remove hsm_restore rm_entry setdirstripe rmfid swap_layouts", RiskTier.DataMutation, "files move or their layout changes")] },
        new("racadm") { Operands = ArgumentRole.Unknown, Subcommands = [CommandModel.Reads("getsysinfo getsel getsensorinfo getversion getsvctag getniccfg getraclog getled", "-d -s -w -A -4 -6 -c: -i -n: -o") with { Operands = ArgumentRole.Unknown }] },
        CommandModel.Does("powertop irqbalance rustc schedtool bmon cassandra varnishd", Destructive, "it runs or tunes something", "run"),
    ];

    private static IEnumerable<CommandModel> Files() =>
    [
        CommandModel.Reads("shellcheck", "-xaVs:e:i:f:S:P:C? --external-sources --check-sourced --shell= --exclude= --include= --format= --severity= --source-path= --color? --norc --list-optional --version", ArgumentRole.Read),
        CommandModel.Reads("yamllint", "-svd:f: --strict --config-data= --format= --list-files --no-warnings --version", ArgumentRole.Glance),
        CommandModel.Reads("hadolint", "-vVf:t: --no-fail --no-color --verbose --format= --ignore= --failure-threshold= --trusted-registry= --error= --warning= --info= --style= --version", ArgumentRole.Read),
        CommandModel.Reads("certtool", "-id --certificate-info --crl-info --crq-info --infile< --inder --inraw --verify-profile= --version", ArgumentRole.Unknown) with { Judge = c => Daemons.DaemonCommands.Need(c, "a key or a certificate is made", "-i", "--certificate-info", "--crl-info", "--crq-info") },
    ];

    /// <summary>Words for a kind of thing, and then what is asked of it.</summary>
    private static CommandModel Asked(string kinds, string questions, string options) =>
        new(kinds) { Options = options, SharesOptions = true, Subcommands = [CommandModel.Reads(questions, "")] };

    // Services and what they take are listed; of the calls themselves only the one for health is known.
    private static void Rpc(CommandCall call)
    {
        var words = call.Given.Operands;
        var asks = words is [_, { Literal: "list" or "describe" }] or [_, { Literal: "list" or "describe" }, _] or [_, { Literal: "grpc.health.v1.Health/Check" or "grpc.health.v1.Health.Check" }];
        if (!asks || words[0] is not ShellWord { Literal: { } address } || address is ['-', ..])
        {
            call.Unknown("nobody knows what is called");
        }
    }
}
