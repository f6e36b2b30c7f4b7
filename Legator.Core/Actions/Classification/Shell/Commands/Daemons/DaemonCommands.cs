using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Daemons;

/// <summary>Commands that look at services and steer them.</summary>
internal static class DaemonCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    private const string Journal = """
        -0123456789 -aefrmnbkqxqNDu:t:p:S:U:c:o:g:F:M:T: --all --follow --reverse --merge --lines? -n? --boot? -b? --dmesg --quiet --catalog --unit= --user-unit= --identifier= --exclude-identifier= --priority= --facility= --since= --until= --cursor= --after-cursor= --show-cursor --output= --output-fields= --grep= --case-sensitive? --field= --fields --no-pager --no-tail --no-full --full -l --utc --no-hostname --system --user --machine= --directory. -D. --file. --root. --image. --list-boots --disk-usage --header --verify --list-catalog --dump-catalog --version --help --pager-end --truncate-newline --invocation= --list-invocations --list-namespaces --namespace= -i.
        """;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        SystemctlCalls.Model,
        new("journalctl") { Options = Journal, Operands = ArgumentRole.Text, Changes = [new("--vacuum-size= --vacuum-time= --vacuum-files=", Destructive, "old entries of the journal are removed", "delete"), new("--rotate --flush --sync --relinquish-var --smart-relinquish-var --setup-keys --force --update-catalog --interval= --verify-key=", Service, "the journal is rotated or moved")] },
        new("service invoke-rc.d rc-service") { Options = "--status-all --list -l -e: -N -q --quiet", AnyOption = true, Operands = ArgumentRole.Text, Judge = Init },
        new("chkconfig ntsysv") { Options = "--list --type= --level=", Operands = ArgumentRole.Text, Judge = c => Allow(c, 1, "whether a service starts changes") },
        CommandModel.Shows("rc-status systemd-cgls systemd-cgtop systemd-delta systemd-detect-virt systemd-path systemd-escape systemd-id128 runlevel svstat"),
        new("initctl") { Subcommands = [CommandModel.Shows("list status version show-config check-config usage"), CommandModel.Does("start stop restart reload reload-configuration emit", Service, "a service changes")] },
        new("status") { Operands = ArgumentRole.Text },
        CommandModel.Does("start stop restart reload rc-update svc update-service", Service, "a service changes", "run"),
        new("sv") { Options = "-w:v", Subcommands = [CommandModel.Shows("status s check"), CommandModel.Does("up down once pause cont hup alarm interrupt quit 1 2 term kill start stop reload restart shutdown force-stop force-reload force-restart try-restart exit u d o p c h a i q t k e", Service, "a service changes")] },
        new("supervisorctl") { Options = "-c< -s: -u: -p: --configuration= --serverurl=", Subcommands = [CommandModel.Shows("status avail pid version help tail maintail"), CommandModel.Does("start stop restart reload reread update add remove shutdown clear signal fg", Service, "a service changes")] },
        new("pm2") { Options = "--version -v -s", Subcommands = [CommandModel.Shows("list ls l status describe desc show info jlist prettylist env id pid report ping logs log get monit"), CommandModel.Reads("conf", "") with { Judge = c => Allow(c, 1, "a setting changes") }, CommandModel.Does("start stop restart reload gracefulReload scale reset save resurrect startup unstartup update signal", Service, "a service changes"), CommandModel.Does("delete del kill flush deploy install uninstall set unset", Destructive, "a service is removed")] },
        new("monit") { Options = "-c: -t -V -v -g:", Changes = [], Subcommands = [CommandModel.Shows("summary status report procmatch"), CommandModel.Does("start stop restart monitor unmonitor reload quit validate", Service, "a service changes")] },
        new("systemd-analyze") { Options = "--no-pager --user --system --global --order --require --from-pattern= --to-pattern= --fuzz= --man? --generators? --iterations= --base-time= -H: -M: -q --quiet --json= --unit= --root. --image. --threshold= --offline? --profile= --table --no-legend", Subcommands = [CommandModel.Shows("time blame critical-chain dump plot dot unit-paths unit-files calendar timestamp timespan verify security condition exit-status capability syscall-filter filesystems inspect-elf compare-versions has-tpm2 pcrs image-policy fdstore malloc architectures"), CommandModel.Shows("cat-config", ArgumentRole.Read), CommandModel.Does("log-level log-target service-watchdogs set-log-level set-log-target", Service, "systemd logs in another way")], Changes = [new("-H! --host!", Destructive, "another machine is meant", "run")], SharesOptions = true, Alone = true },
        new("coredumpctl") { Options = "-1q -n: -S: -U: -r -D. -F: --no-pager --no-legend --since= --until= --reverse --field= --json= --debugger= --all", SharesOptions = true, Subcommands = [CommandModel.Shows("list info")], Alone = true, Changes = [Texts.TextCommands.Output("-o> --output>"), Texts.TextCommands.Runs("--debugger! -A!")] },
        new("loginctl") { Options = "-aplH:M:n:o:P: --no-pager --no-legend --all --full --property= --value --lines= --output=", SharesOptions = true, Alone = true, Subcommands = [CommandModel.Shows("list-sessions session-status show-session list-users user-status show-user list-seats seat-status show-seat"), CommandModel.Does("activate lock-session unlock-session lock-sessions unlock-sessions terminate-session kill-session enable-linger disable-linger terminate-user kill-user attach flush-devices terminate-seat", Service, "sessions change")], Changes = [new("-H! --host!", Destructive, "another machine is meant", "run"), new("-s! --signal! --kill-whom!", Service, "a signal is sent")] },
        new("busctl") { Options = "-lqj --no-pager --no-legend --system --user --unique --acquired --activatable --list --full --json= --verbose --xml-interface -H: -M: --match= --size= --timeout= --show-machine --augment-creds? --watch-bind?", SharesOptions = true, Alone = true, Subcommands = [CommandModel.Shows("list status tree introspect get-property monitor capture"), CommandModel.Does("call set-property emit wait", Destructive, "something is called that may do anything")], Changes = [new("-H! --host! --address!", Destructive, "another machine is meant", "run")] },
        new("resolvectl systemd-resolve") { Options = "-46i:p:t:c:a --status --statistics --no-pager --legend? --interface= --protocol= --type= --class= --service-address? --service-txt? --cname? --search? --json= --raw? --cache? --zone? --trust-anchor? --network? --validate? --synthesize?", Judge = null, SharesOptions = true, Alone = true, Subcommands = [CommandModel.Shows("status query service openpgp tlsa statistics show-cache show-server-state monitor"), CommandModel.Reads("dns domain default-route llmnr mdns dnsovertls dnssec nta", "") with { Operands = ArgumentRole.Text, Judge = c => Allow(c, 1, "name resolution changes") }, CommandModel.Reads("log-level", "", ArgumentRole.Unknown), CommandModel.Does("flush-caches reset-server-features reset-statistics revert", Service, "name resolution changes")], Changes = [new("--flush-caches --reset-server-features --reset-statistics --set-dns= --set-domain= --revert", Service, "name resolution changes")] },
        new("crontab") { Options = "-lu:V", Operands = ArgumentRole.Text, Changes = [new("-r -e -i", Destructive, "scheduled commands change")], Judge = Crontab },
        new("anacron") { Options = "-TVt.S.", Operands = ArgumentRole.Unknown, Judge = c => Need(c, "it runs scheduled commands", "-T", "-V") },
        CommandModel.Does("atrm atd systemd-tmpfiles systemd-sysusers systemd-hwdb systemd-firstboot systemd-machine-id-setup logsave", Destructive, "something is removed or changed", "write"),
        new("at batch") { Options = "-lvVcq:", AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Need(c, "something is scheduled", "-l", "-V") },
        CommandModel.Does("logger wall write systemd-cat systemd-notify systemd-inhibit savelog", Service, "something is written to logs or terminals", "write"),
        new("logrotate") { Options = "-dvs. --debug --verbose --state. --version -?", Operands = ArgumentRole.Read, Changes = [new("-f --force -m! --mail! -l>", Destructive, "logs are rotated and removed")], Judge = c => Need(c, "logs are rotated and removed", "-d", "--debug", "--version") },
        .. ServerCommands.All,
    ];

    /// <summary>A script under /etc/init.d.</summary>
    internal static CommandModel Script { get; } = new("init.d") { AnyOption = true, Operands = ArgumentRole.Text, Judge = c => Steer(c, c.Given.Operands.FirstOrDefault()) };

    /// <summary>Nothing is changed as long as there are only so many operands.</summary>
    internal static void Allow(CommandCall call, int most, string effect)
    {
        if (call.Given.Operands.Count > most)
        {
            call.Add("write", Service, effect);
        }
    }

    /// <summary>Nothing is changed as long as one of the options is there.</summary>
    internal static void Need(CommandCall call, string effect, params ReadOnlySpan<string> options)
    {
        if (!call.Given.Has(options))
        {
            call.Add("run", Destructive, effect);
        }
    }

    private static void Init(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (call.Given.Has("--status-all", "--list", "-l", "-e", "-N") && operands.Count == 0)
        {
            return;
        }

        Steer(call, operands.Count > 1 ? operands[1] : null);
    }

    /// <summary>What a script under /etc/init.d is told to do.</summary>
    internal static void Steer(CommandCall call, ShellWord? word)
    {
        switch (word?.Literal)
        {
            case "status" or "configtest" or "check" or "checkconfig" or "version" or "describe" or "config-test" or "testconfig":
                break;
            case "start" or "stop" or "restart" or "reload" or "force-reload" or "try-restart" or "condrestart" or "graceful" or "reload-or-restart" or "force-stop" or "kill" or "zap" or "pause":
                call.Add(word.Literal, Service, "a service changes");
                break;
            default:
                call.Unknown("nobody knows what the service is told");
                break;
        }
    }

    private static void Crontab(CommandCall call)
    {
        if (!call.Given.Has("-l", "-V"))
        {
            call.Add("write", Destructive, "scheduled commands change");
        }
    }
}
