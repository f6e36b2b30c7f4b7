using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Daemons;

/// <summary>Servers and the commands that come with them.</summary>
internal static class ServerCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Web(),
        .. Names(),
        .. Mail(),
        .. Watchers(),
    ];

    private static IEnumerable<CommandModel> Web() =>
    [
        Checked("nginx openresty", "-tTvVqh?", "-t -T -v -V -h", "-s: -g!", "-c: -p:"),
        Checked("apachectl apache2ctl httpd apache2", "-tSMlLvVD: -", "-t -S -M -l -L -v -V", "-k: -X -c! -C!", "-f: -d:") with { Judge = Apache, Operands = ArgumentRole.Text },
        CommandModel.Does("a2ensite a2dissite a2enmod a2dismod a2enconf a2disconf phpenmod phpdismod", Destructive, "the web server's settings change", "write"),
        Checked("haproxy", "-cvVqd: -vv -L:", "-c -v", "-D -W -s!", "-f:"),
        CommandModel.Shows("varnishstat varnishtop varnishhist"),
        CommandModel.Reads("varnishlog varnishncsa", "-dgq:i:I:x:X:n:N<cbCEk:L:T:t:vV"),
        CommandModel.Reads("varnishadm", "-n:t:") with { Subcommands = [CommandModel.Shows("ping status backend.list vcl.list param.show panic.show ban.list storage.list banner help pid"), CommandModel.Does("ban start stop vcl.use vcl.load vcl.discard param.set backend.set_health vcl.inline", Service, "the cache changes")] },
        CommandModel.Reads("php-fpm", "-tvimyc<y<h -tt") with { Judge = c => DaemonCommands.Need(c, "a server starts", "-t", "-v", "-i", "-m", "-h") },
        Checked("squid squid3", "-vf<k:", "-v -k", "-z -X -N -d!") with { Judge = Squid },
        CommandModel.Reads("squidclient", "-h:p:l:T:", ArgumentRole.Text) with { Judge = Manager },
        Checked("caddy traefik envoy", "-", "", "") with { Judge = Caddy, AnyOption = true, Operands = ArgumentRole.Text },
        CommandModel.Shows("apachetop"),
    ];

    private static IEnumerable<CommandModel> Names() =>
    [
        CommandModel.Reads("named-checkzone", "-djqvhi:F:f:J.k:L:M:m:n:r:s:S:t.T:W:l:c:", ArgumentRole.Read),
        CommandModel.Shows("named-checkconf unbound-checkconf unbound-host nsd-checkconf nsd-checkzone", ArgumentRole.Read),
        new("rndc") { Options = "-s: -p: -c: -k: -y: -V -q -b:", Subcommands = [CommandModel.Shows("status zonestatus showzone serve-stale-status"), CommandModel.Does("reload reconfig refresh retransfer stop halt flush flushname flushtree freeze thaw sync notify querylog trace notrace stats dumpdb addzone delzone modzone sign signing loadkeys scan validation nta secroots", Service, "the name server changes")] },
        new("unbound-control") { Options = "-c: -s: -q", Subcommands = [CommandModel.Shows("status stats stats_noreset list_forwards list_stubs list_local_zones list_local_data get_option lookup dump_infra list_insecure ratelimit_list dump_requestlist"), CommandModel.Does("reload start stop flush flush_zone flush_type local_zone local_data set_option forward_add reload_keep_cache verbosity flush_all", Service, "the name server changes")] },
        new("pdnsutil pdns_control rec_control") { Subcommands = [CommandModel.Shows("list-all-zones list-zone check-zone check-all-zones show-zone ping rping uptime version current-config get get-all stats top-remotes")] },
        new("dnsmasq") { Options = "--test -v --version" },
        CommandModel.Shows("ntpstat ntptrace zdump"),
        new("logcli")
        {
            Options = "--addr= --org-id= --quiet -q --output= -o: --timezone= -z:",
            SharesOptions = true,
            Subcommands = [CommandModel.Reads("query instant-query labels series stats volume volume_range detected-fields", "--limit= --since= --from= --to= --forward --no-labels --exclude-label= --include-label= --batch= --step= --interval= --now= --analyze-labels --tail -t -f --follow --delay-for=")],
        },
        CommandModel.Reads("mesg", "", ArgumentRole.Unknown),
        CommandModel.Reads("tput", "-T:V", ArgumentRole.Text) with { Judge = c => { if (c.Given.Operands is not [{ Literal: "cols" or "lines" or "colors" or "longname" or "bold" or "sgr0" or "smul" or "rmul" or "setaf" or "setab" or "dim" or "rev" }, ..]) { c.Add("write", RiskTier.ServiceMutation, "the terminal is set up"); } } },
        CommandModel.Reads("run-parts", "-v --test --list --report --verbose --regex= --lsbsysinit", ArgumentRole.Inspect) with { Judge = c => DaemonCommands.Need(c, "programs are run", "--test", "--list") },
        CommandModel.Reads("named", "-vV", ArgumentRole.Unknown) with { Judge = c => DaemonCommands.Need(c, "a server starts", "-v", "-V") },
        CommandModel.Reads("kubelet kube-apiserver kube-controller-manager kube-scheduler kube-proxy dockerd crio coredns", "--version", ArgumentRole.Unknown) with { Judge = c => DaemonCommands.Need(c, "a server starts", "--version") },
        new("chronyc") { Options = "-a46nNcvdh:p:t:", Subcommands = [CommandModel.Shows("tracking sources sourcestats activity ntpdata clients serverstats rtcdata smoothing selectdata authdata sourcename manual-list waitsync"), CommandModel.Does("makestep burst online offline add delete reload settime trimrtc dump shutdown rekey reset refresh onoffline maxupdateskew polltarget allow deny local", Service, "the clock changes")] },
        CommandModel.Reads("ntpq", "-46ndpwc:iu", ArgumentRole.Text) with { Judge = Ntpq },
        CommandModel.Does("sntp rdate ntpd", Service, "the clock changes", "write"),
    ];

    private static IEnumerable<CommandModel> Mail() =>
    [
        CommandModel.Reads("postconf", "-ndxvAmlMFPpHTLhoC:c.b?fS -", ArgumentRole.Text) with { Changes = [new("-e -# -X -#", Destructive, "the mail server's settings change")], Judge = Postconf },
        CommandModel.Reads("postqueue", "-pjvc.") with { Changes = [new("-f -i: -s:", Service, "mail is sent", "flush")] },
        CommandModel.Reads("mailq", "-vC."),
        CommandModel.Reads("exiqsumm exiwhat exinext qshape pflogsumm", "", ArgumentRole.Text) with { AnyOption = true },
        new("sendmail") { Options = "-", Operands = ArgumentRole.Unknown, Judge = c => Only(c, "-bp", "-bpc") },
        new("exim exim4") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Exim },
        CommandModel.Does("mail mailx mutt postdrop newaliases postalias msmtp swaks exicyclog", Destructive, "mail is sent or its settings change", "write"),
        CommandModel.Reads("exiqgrep", "-f:r:s:y:o:zxclibRaG:"),
        CommandModel.Reads("postsuper", "") with { Operands = ArgumentRole.Unknown, Changes = [new("-d:", RiskTier.DataMutation, "queued mail is removed", "delete"), new("-r: -h: -H: -s -p -v", Service, "queued mail is handled", "run")] },
        CommandModel.Reads("postmap", "-q: -s -v -f -n", ArgumentRole.Inspect) with { Judge = Table },
        new("postfix") { Subcommands = [CommandModel.Shows("status check"), CommandModel.Does("start stop reload flush abort set-permissions upgrade-configuration", Service, "the mail server changes")] },
        CommandModel.Reads("doveconf", "-anhdmf:c<N") ,
        new("doveadm") { Options = "-Dvf:o:", Subcommands = [CommandModel.Shows("who user instance service penalty help"), new("log") { Subcommands = [CommandModel.Shows("find errors test")] }, new("quota") { Subcommands = [CommandModel.Shows("get")] }, new("mailbox") { Subcommands = [CommandModel.Shows("list status")] }, CommandModel.Does("reload stop kick", Service, "the mail server changes"), CommandModel.Does("expunge purge move import copy fs dsync backup", RiskTier.DataMutation, "mail is removed or changed")] },
        CommandModel.Shows("opendkim-testkey opendkim-testmsg amavisd-nanny"),
        new("rspamadm rspamc") { Subcommands = [CommandModel.Shows("configtest stat uptime")] },
    ];

    private static IEnumerable<CommandModel> Watchers() =>
    [
        Checked("sshd", "-tTf<C:p:o:d", "-t -T", "-D -e -E!"),
        CommandModel.Reads("rsyslogd", "-N:f<v", ArgumentRole.Unknown) with { Judge = c => { DaemonCommands.Need(c, "a server starts", "-N", "-v"); Own(c); } },
        CommandModel.Reads("wbinfo", "-ugtpPmi:r:n:s:U:G:S:Y:R:D:N:I:V --domain-users --domain-groups --check-secret --ping --ping-dc --trusted-domains --all-domains --own-domain --online-status --domain-info= --user-info= --uid-info= --gid-info= --group-info= --user-groups= --user-domgroups= --user-sids= --user-sidinfo= --name-to-sid= --sid-to-name= --sid-to-fullname= --lookup-sids= --sid-aliases= --uid-to-sid= --gid-to-sid= --sid-to-uid= --sid-to-gid= --lookup-rids= --getdcname= --dsgetdcname= --dc-info= --domain= --sequence --separator --verbose --WINS-by-name= --WINS-by-ip= --version"),
        CommandModel.Shows("testparm smbstatus nmblookup", ArgumentRole.Inspect),
        CommandModel.Reads("slaptest", "-uvQd:f<F.n:", ArgumentRole.Unknown) with { Changes = [new("-F!", Destructive, "settings are written")] },
        CommandModel.Reads("ldapsearch ldapwhoami ldapcompare", "-xLnvZAaCcMNuS:b:D:H:h:p:s:z:l:W -LLL -LL -o: -Z -ZZ -e: -E: -w: -f< -Y: -U: -Q"),
        new("promtool") { Subcommands = [new("check") { Subcommands = [CommandModel.Shows("config rules metrics web-config service-discovery healthy ready", ArgumentRole.Read)] }, new("query") { AnyOption = true, Subcommands = [CommandModel.Shows("instant range series labels analyze")] }, new("test") { Subcommands = [CommandModel.Shows("rules", ArgumentRole.Read)] }, new("tsdb") { Subcommands = [CommandModel.Shows("list analyze dump")] }] },
        new("amtool") { Options = "--alertmanager.url= -o: --output= --version", Subcommands = [new("alert") { Subcommands = [CommandModel.Shows("query")], Alone = true }, new("silence") { Subcommands = [CommandModel.Shows("query"), CommandModel.Does("add expire update import", Service, "alerts are silenced")], Alone = true }, CommandModel.Shows("check-config", ArgumentRole.Read), CommandModel.Shows("cluster"), new("config") { Subcommands = [CommandModel.Shows("show routes")] }] },
        new("filebeat metricbeat heartbeat packetbeat auditbeat") { Options = "-c< -e", Subcommands = [CommandModel.Shows("test version")] },
        Versions("telegraf logstash fluent-bit fluentd grafana-server prometheus alertmanager node_exporter collectd zabbix_server vector loki promtail otelcol freeipa-healthcheck keepalived openvpn multitail"),
        CommandModel.Reads("zabbix_agentd zabbix_agent2", "-c<t:pV", ArgumentRole.Unknown) with { Judge = c => DaemonCommands.Need(c, "a server starts", "-t", "-p", "-V") },
        CommandModel.Reads("zabbix_get", "-s:p:I:k:t:Vh --host= --port= --source-address= --key= --timeout= --tls-connect= --tls-ca-file. --tls-psk-identity= --tls-psk-file. --version --help") with { Judge = ZabbixGet },
        CommandModel.Reads("snmpget snmpwalk snmpbulkwalk snmpgetnext snmptable snmpstatus snmptranslate", "-v:c:u:l:a:A:x:X:O:t:r:n:m:M.I:C:dVT:"),
        Checked("nagios icinga2 naemon", "-vs", "-v", "-d") with { Operands = ArgumentRole.Read },
        CommandModel.Shows("check_disk check_load check_ping check_procs check_swap check_users check_ntp check_ntp_time check_dns check_ssh check_mem check_uptime check_file_age check_sensors check_icmp check_dig check_raid check_time check_ups check_ssl_validity check_cert"),
        CommandModel.Reads("check_http check_tcp check_smtp check_pgsql check_mysql", "-H:I:p:u:w:c:t:SC:e:s:r:a:f:vVN4 6 -46 --sni --ssl --hostname= --port= --url= --warning= --critical= --timeout= --certificate= --expect= --string= --onredirect=") with { Judge = Probe },
        CommandModel.Reads("asterisk", "-rRVx:C<vq", ArgumentRole.Unknown) with { Judge = Asterisk },
        new("ipsec") { Subcommands = [CommandModel.Shows("status statusall version leases listcacerts"), CommandModel.Does("up down start stop restart reload update rereadall purge", Service, "tunnels change")] },
        new("swanctl") { Options = "--list-sas --list-conns --list-certs --list-pools --list-pols --stats --version -P --pretty --raw -l -L", Operands = ArgumentRole.Text },
        new("birdc birdcl bird") { Options = "-s: -v -r", Subcommands = [CommandModel.Shows("show"), CommandModel.Does("configure disable enable restart reload down", Service, "routes change")] },
        CommandModel.Reads("vtysh", "-c: -d: -E -n", ArgumentRole.Unknown) with { Judge = Vtysh },
        CommandModel.Shows("lpstat lpq lpinfo"),
        CommandModel.Does("lpadmin lprm cancel cupsenable cupsdisable cupsctl lp lpr", Service, "printing changes", "run"),
        new("cloud-init") { Options = "--version -v", Subcommands = [CommandModel.Reads("status", "--long -l --wait -w --format="), CommandModel.Shows("analyze schema features"), CommandModel.Does("clean init modules single", Destructive, "the machine is set up anew")] },
        new("tuned-adm") { Subcommands = [CommandModel.Shows("active list verify recommend profile_info"), CommandModel.Does("profile off auto_profile", Service, "the machine is tuned in another way")] },
    ];

    private static void Probe(CommandCall call)
    {
        if ((call.Name == "check_tcp" && call.Given.Has("-s")) || (call.Name == "check_smtp" && call.Given.Has("-C")))
        {
            call.Unknown("it sends what it is told");
        }

        if (call.Name == "check_http" && call.Given.Value("-u", "--url") is { } path)
        {
            var text = path.Literal is null ? "" : path.Literal.Contains("://", StringComparison.Ordinal) ? path.Literal : "http://server/" + path.Literal.TrimStart('/');
            Network.UrlRules.Judge(call, "get", path.Literal is null ? path : ShellWord.Of(text));
        }
    }

    private static CommandModel Checked(string names, string options, string asks, string others, string places = "") => new(names)
    {
        Options = options + " " + places,
        Operands = ArgumentRole.Unknown,
        Changes = others.Length == 0 ? [] : [new OptionChange(others, Service, "a server is told to do something", "reload")],
        Judge = c =>
        {
            if (places.Length > 0)
            {
                Own(c);
            }

            if (!c.Told)
            {
                DaemonCommands.Need(c, "a server starts", asks.Split(' '));
            }
        },
    };

    private static CommandModel Versions(string names) => new(names) { Options = "--version -version -v -V", AnyOption = false, Operands = ArgumentRole.Unknown, Judge = c => DaemonCommands.Need(c, "a server starts", "--version", "-version", "-v", "-V") };

    private static void Only(CommandCall call, params ReadOnlySpan<string> words)
    {
        if (call.Words.Count != 1 || call.Words[0].Literal is not { } text || !words.Contains(text))
        {
            call.Unknown("mail is sent");
        }
    }

    // Settings name modules that are loaded, so only those that belong to root are tried.
    private static void Own(CommandCall call)
    {
        if (call.Given.Options.Exists(o => o.Shape.Name is "-c" or "-p" or "-f" or "-d" && o.Value is { } path
            && !(path.Literal is { } text && (text.StartsWith("/etc/", StringComparison.Ordinal) || text.StartsWith("/usr/", StringComparison.Ordinal)) && !text.Contains("..", StringComparison.Ordinal))))
        {
            call.Unknown("settings from elsewhere may load code");
        }

        foreach (var option in call.Given.Options)
        {
            if (option.Value is { } settings && option.Shape.Name is "-c" or "-f")
            {
                call.Use(ArgumentRole.Read, option.Value!);
            }
        }
    }

    private static void Apache(CommandCall call)
    {
        Own(call);
        var operands = call.Given.Operands;
        if (operands.Count == 1 && operands[0].Literal is "configtest" or "status" or "fullstatus" or "-t")
        {
            return;
        }

        if (operands.Count > 0)
        {
            call.Add(operands[0].Literal ?? "run", Service, "a server is told to do something");
        }
        else if (!call.Told)
        {
            DaemonCommands.Need(call, "a server starts", "-t", "-S", "-M", "-l", "-L", "-v", "-V");
        }
    }

    private static void Squid(CommandCall call)
    {
        if (call.Given.Value("-k") is { } order && order.Literal is not ("parse" or "check"))
        {
            call.Add(order.Literal ?? "run", Service, "a server is told to do something");
        }
        else
        {
            DaemonCommands.Need(call, "a server starts", "-v", "-k");
        }
    }

    private static void Manager(CommandCall call)
    {
        if (!call.Given.Operands.TrueForAll(w => w.Literal is { } text && text.StartsWith("mgr:", StringComparison.Ordinal) && !text.Contains("shutdown", StringComparison.Ordinal) && !text.Contains("offline", StringComparison.Ordinal) && !text.Contains("config", StringComparison.Ordinal)))
        {
            call.Unknown("it calls an address through the proxy");
        }
    }

    private static void Caddy(CommandCall call)
    {
        if (call.Words.Count > 0 && call.Words[0].Literal is "version" or "validate" or "list-modules" or "build-info" or "environ" or "--version" or "healthcheck")
        {
            call.Add("read", RiskTier.Read, null);
        }
        else
        {
            call.Add("run", Service, "a server is told to do something");
        }
    }

    private static void Ntpq(CommandCall call)
    {
        if (call.Given.Options.Exists(o => o.Shape.Name == "-c" && o.Value?.Literal is not ("pe" or "peers" or "rv" or "as" or "associations" or "sysinfo" or "sysstats" or "kerninfo" or "lpeers" or "opeers" or "pstats" or "monstats" or "iostats" or "timerstats" or "apeers" or "readvar" or "rl" or "cv")))
        {
            call.Unknown("nobody knows what the clock is told");
        }
    }

    private static void Postconf(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.Prefix.Contains('=', StringComparison.Ordinal)))
        {
            call.Add("write", Destructive, "the mail server's settings change");
        }
    }

    private static void Table(CommandCall call)
    {
        DaemonCommands.Need(call, "a table of the mail server is rewritten", "-q", "-s");
        foreach (var word in call.Given.Operands)
        {
            var colon = word.Prefix.IndexOf(':', StringComparison.Ordinal);
            call.Use(ArgumentRole.Read, colon < 0 ? word : WordSlice.After(word, colon + 1));
        }
    }

    private static void Exim(CommandCall call)
    {
        // A second option may be another command: exim -bp -Mrm removes a message.
        var looks = call.Words is [{ Literal: "-bp" or "-bpc" or "-bpr" or "-bpa" or "-bpu" or "-bV" or "-bP" or "-Mvh" or "-Mvl" or "-bt" }, ..];
        if (call.Words is [{ Literal: "-q" or "-qf" or "-qff" or "-qi" or "-qif" }])
        {
            call.Add("run", Service, "mail is sent");
        }
        else if (call.Words.Any(w => w.Literal is "-Mrm"))
        {
            call.Add("delete", RiskTier.DataMutation, "queued mail is removed");
        }
        else if (!looks || call.Words.Skip(1).Any(w => w.Literal is null or ['-', ..] || w.Prefix.Contains("${run", StringComparison.Ordinal)))
        {
            call.Add("run", Destructive, "mail is sent or removed");
        }
    }

    private static void ZabbixGet(CommandCall call)
    {
        if (call.Given.Value("-k", "--key")?.Literal is not { } key || key.StartsWith("system.run", StringComparison.Ordinal) || key.StartsWith("vfs.file.contents", StringComparison.Ordinal) || key.StartsWith("vfs.file.reg", StringComparison.Ordinal) || key.StartsWith("web.page", StringComparison.Ordinal))
        {
            call.Unknown("the agent may be told to run something or to hand out a file");
        }
    }

    private static void Asterisk(CommandCall call)
    {
        var orders = call.Given.Options.FindAll(o => o.Shape.Name == "-x");
        if (orders.Count == 0 || !orders.TrueForAll(o => o.Value?.Literal is { } order && order.AsSpan().IndexOfAny("!;\n") < 0 && order.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["show", ..] or [_, "show", ..]))
        {
            call.Add("run", Service, "a server is told to do something");
        }
    }

    private static void Vtysh(CommandCall call)
    {
        if (!call.Given.Has("-c") || call.Given.Options.Exists(o => o.Shape.Name == "-c" && !((o.Value?.Literal?.TrimStart() is { } order && (order.StartsWith("show ", StringComparison.Ordinal) || order.StartsWith("sh ", StringComparison.Ordinal))) && !order.Contains('\n', StringComparison.Ordinal))))
        {
            call.Add("run", Service, "routes change");
        }
    }
}
