using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>Commands that show and change the network.</summary>
internal static class NetworkCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        .. Asked(),
        .. Shown(),
        .. Firewalls(),
        .. DownloadCommands.All,
        .. TlsCommands.All,
    ];

    /// <summary>Those that talk to other machines.</summary>
    public static IEnumerable<CommandModel> Talking => [.. Asked(), .. DownloadCommands.All, .. TlsCommands.All, .. All.Where(m => m.Names.Contains("rpcinfo", StringComparison.Ordinal) || m.Names.Contains("showmount", StringComparison.Ordinal))];

    private static IEnumerable<CommandModel> Asked() =>
    [
        CommandModel.Shows("ping ping6"),
        CommandModel.Shows("fping fping6", ArgumentRole.Text, "-f< --file<"),
        CommandModel.Shows("mtr", ArgumentRole.Text, "-F< --filename<"),
        CommandModel.Shows("traceroute traceroute6 tracepath tracepath6 tcptraceroute host nslookup delv kdig whois rdisc6 dnstracer lft"),
        CommandModel.Shows("dig", ArgumentRole.Text, "-46bcfhikmpqtuvxyr -f<k<") with { Options = "-46himuvrb:c:f<k<p:q:t:x:y:" },
        CommandModel.Reads("drill", "-46DTSVQauxvshp:b:d:"),
        CommandModel.Reads("arping", "-bDfqVc:w:I:i:s:"),
        new("getent") { AnyOption = true, Options = "-s:iA --service= --no-idn --no-addrconfig", Operands = ArgumentRole.Text, Judge = Getent },
        new("nc ncat netcat") { Options = "-46dDhklnNrStuUvzZCFbw:i:I:M:m:O:p:P:q:s:T:V:W:X:x: --wait= --verbose --zero", Operands = ArgumentRole.Text, Changes = [Texts.TextCommands.Runs("-e!c!l --exec! --sh-exec! --lua-exec! --listen")], Judge = Netcat },
        new("nmap") { Options = "-vdnFPARrT:p:iL:46 -sTnPV --open --top-ports= --reason", AnyOption = true, Operands = ArgumentRole.Text, Tier = Service, Effect = "it probes other machines", Verb = "run" },
        new("socat") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Socat },
        new("telnet") { Options = "-46", Operands = ArgumentRole.Unknown },
        CommandModel.Reads("tcpdump", "-0123456789 -AbdDeEfHIJKlLnNOpqRSStuUvxXc:C:i:j:M:r<s:T:y:B:Q: --number --list-interfaces --interface= --snapshot-length= --no-promiscuous-mode --immediate-mode --version --count --direction= --time-stamp-precision=", ArgumentRole.Text)
            with { Changes = [Texts.TextCommands.Output("-w>W:G: -V!F!"), Texts.TextCommands.Runs("-z! -Z!")] },
        CommandModel.Reads("dumpcap", "-DvLhi: --version --help") with { Judge = c => Daemons.DaemonCommands.Need(c, "what is captured is written to a file", "-D", "-v", "-L", "-h", "--version", "--help") },
        CommandModel.Reads("tshark", "-nqVxpDlOc:i:f:Y:r<T:e:E:z:d:t:s:y:o:R:G: -2", ArgumentRole.Text) with { Changes = [Texts.TextCommands.Output("-w>"), Texts.TextCommands.Runs("-X!")] },
        CommandModel.Does("iperf iperf3 hping3 arpspoof ettercap ngrep", Service, "it puts load on the network", "run"),
    ];

    private static IEnumerable<CommandModel> Shown() =>
    [
        CommandModel.Reads("ss", "-hVHOQnraletoZzmpidbEs4612KtuxSwBMF<f:A:D>N: --no-header --oneline --numeric --resolve --all --listening --options --extended --memory --processes --threads --info --bpf --summary --tos --cgroup --tipcinfo --events --ipv4 --ipv6 --packet --tcp --sctp --udp --dccp --raw --unix --tipc --vsock --xdp --mptcp --family= --query= --socket= --net= --context --contexts --filter< --version --help -T --inet-sockopt")
            with { Changes = [new("-K --kill", Service, "connections are cut", "kill"), Texts.TextCommands.Output("--diag>")] },
        CommandModel.Shows("netstat iwlist lldpctl showmount nstat lnstat ifstat nload iftop nethogs ipcalc sipcalc"),
        CommandModel.Reads("vnstat", "-hdmytsvqi:5:l?tr? --days? --hours? --months? --years? --top? --short --iface= --oneline? --json? --xml? --dbdir. --live? --version --hoursgraph --config<", ArgumentRole.Text),
        CommandModel.Reads("nfsstat", "-csnrmlvo:Z?234 --client --server --nfs --rpc --mounts --list --verbose", ArgumentRole.Text),
        CommandModel.Reads("rpcinfo", "-mpsTtuabln: -a:", ArgumentRole.Text),
        new("iwconfig") { Operands = ArgumentRole.Text, Judge = c => Few(c, 1, "an interface changes") },
        new("ifconfig") { Options = "-asv", Operands = ArgumentRole.Text, Judge = c => Few(c, 1, "an interface changes") },
        new("route") { Options = "-nveFCA:46 --numeric --extend --verbose", Operands = ArgumentRole.Text, Judge = c => Few(c, 0, "a route changes") },
        new("arp") { Options = "-aenvi:H:t: --all --numeric --device= --verbose", Operands = ArgumentRole.Text, Changes = [new("-d -s -f< --delete --set", Service, "neighbours are forgotten or made up")] },
        new("mii-tool") { Options = "-vVw", Operands = ArgumentRole.Text },
        CommandModel.Reads("ethtool", "-iSkgaclTnmPudexw --driver --statistics --show-features --show-offload --show-ring --show-pause --show-coalesce --show-channels --show-time-stamping --module-info --show-permaddr --show-rxfh --show-rxfh-indir --show-priv-flags --show-eee --show-fec --show-nfc --show-ntuple --show-ufo --json --include-statistics --show-phys --phy-statistics --version", ArgumentRole.Text)
            with { Changes = [new("-t", Service, "the card tests itself and loses its link"), new("-A: -C: -G: -K: -L: -N: -U: -s: -X: -r", Service, "the card works in another way")], Judge = Ethtool },
        new("ip") { Options = "-V -Version -s -stats -statistics -d -details -h -human -human-readable -iec -f: -family: -4 -6 -B -0 -M -l: -loops: -o -oneline -r -resolve -n: -netns: -N -Numeric -a -all -c -color? -t -timestamp -ts -tshort -rc: -rcvbuf: -br -brief -j -json -p -pretty", Style = OptionStyle.Words, Subcommands = IpCommands.Objects, Alone = false, Changes = [Texts.TextCommands.Runs("-b! -batch! -force")] },
        new("bridge tc rdma devlink") { Options = "-V -s -statistics -d -details -j -json -p -pretty -c -color? -i -iec -n: -netns: -g -graph -r -raw -o -oneline -br -brief -N", Style = OptionStyle.Words, Subcommands = IpCommands.Shown, Changes = [Texts.TextCommands.Runs("-b! -batch! -force")] },
        new("nmcli") { Options = "-aceghmopstwfv -t --terse -p --pretty -f: --fields= -g: --get-values= -m: --mode= -c: --colors= -e: --escape= -w: --wait= -v --version -o --overview", Changes = [new("-s --show-secrets", RiskTier.DestructiveMutation, "secrets are shown", "read")], Subcommands = NmcliCommands.Objects, Alone = true },
        new("brctl") { Subcommands = [CommandModel.Shows("show showmacs showstp")] },
        new("networkctl") { Options = "-alns: --no-pager --no-legend --all --lines= --full --stats --json=", Subcommands = [CommandModel.Shows("list status lldp label cat"), CommandModel.Does("up down renew forcerenew reconfigure reload delete edit", Service, "interfaces change")], SharesOptions = true, Alone = true },
        new("wg") { Subcommands = [CommandModel.Shows("show") with { Operands = ArgumentRole.Text, AnyOption = false, Judge = Wireguard }], Alone = true },
        new("netplan") { Options = "--debug -h --help", Subcommands = [CommandModel.Shows("get status info"), CommandModel.Does("apply try", Service, "interfaces change"), CommandModel.Does("set generate rebind migrate ip", RiskTier.DestructiveMutation, "the settings of interfaces change")] },
        CommandModel.Does("wg-quick ifup ifdown dhclient dhcpcd wpa_cli iw rfkill vconfig ifenslave", Service, "interfaces change", "run"),
        new("ovs-vsctl ovs-ofctl ovs-appctl") { Options = "-V --version --format= --columns= -O: --timeout= -t:", Judge = Switch, Subcommands = [CommandModel.Shows("show list list-br list-ports list-ifaces get find dump-flows dump-ports dump-ports-desc fdb/show bridge/dump-flows dpif/show")] },
        new("lldpcli") { Subcommands = [CommandModel.Shows("show")] },
        new("conntrack") { Options = "-LGESCpsdfgurmobteznaz -L -C -S -E --dump? --count --stats --event -o: -p: -s: -d: -f: --output= --proto= --src= --dst= --sport= --dport= --orig-src= --orig-dst= --state= --family= -m:", Operands = ArgumentRole.Text, Changes = [new("-z -F -D -I -U -A --zero --flush --delete --create --update --load-file=", Service, "connections are forgotten or made up")] },
    ];

    private static IEnumerable<CommandModel> Firewalls() =>
    [
        new("iptables ip6tables iptables-legacy iptables-nft ip6tables-legacy ip6tables-nft") { Options = "-LSnvxt:CZ4 --list --list-rules --numeric --verbose --exact --line-numbers --table= -w? --wait? -W: -h -V --version -p: -s: -d: -j: -m: -i: -o: -c: --dport= --sport= --state= --ctstate= --check", Operands = ArgumentRole.Text, Changes = [new("-A -D -I -R -Z -N -P -E --append= --delete= --insert= --replace= --zero --new-chain= --policy= --rename-chain=", Service, "the firewall changes"), new("-F -X --flush --delete-chain", RiskTier.DestructiveMutation, "rules of the firewall are removed")], Judge = Iptables },
        CommandModel.Reads("iptables-save ip6tables-save iptables-legacy-save ebtables-save arptables-save", "-ct: --counters --table=") with { Changes = [Texts.TextCommands.Runs("-M! --modprobe!"), Texts.TextCommands.Output("-f> --file>")] },
        CommandModel.Does("iptables-restore ip6tables-restore iptables-apply netfilter-persistent ebtables-restore", RiskTier.DestructiveMutation, "the rules of the firewall are replaced", "write"),
        CommandModel.Reads("ebtables arptables", "-Lt: --list --Ln --Lc --Lmac2 --Lx -n"),
        new("nft") { Options = "-achjnNpsSTtuyvV --handle --json --numeric --stateless --terse --service --reversedns --check -D: -I:", SharesOptions = true, Judge = Nft, Subcommands = [CommandModel.Reads("list describe", ""), CommandModel.Does("add insert create rename reset", Service, "the firewall changes"), CommandModel.Does("delete flush replace destroy import", RiskTier.DestructiveMutation, "rules of the firewall are removed or replaced")], Changes = [new("-f< -i --file< --interactive", RiskTier.DestructiveMutation, "the rules of the firewall are replaced")] },
        new("ufw") { Options = "--force --dry-run", Subcommands = [CommandModel.Shows("status version show"), new("app") { Subcommands = [CommandModel.Shows("list info"), CommandModel.Does("update default", Service, "the firewall changes")] }, CommandModel.Does("reset", RiskTier.DestructiveMutation, "the rules of the firewall are removed"), CommandModel.Does("enable disable reload default logging allow deny reject limit delete insert prepend route", Service, "the firewall changes")] },
        new("firewall-cmd firewall-offline-cmd") { AnyOption = true, Operands = ArgumentRole.Text, Judge = FirewallCmd },
        new("ipset") { Options = "-n -t -s -r -name -terse -sorted -resolve -o: -output: -q -quiet -exist -!", SharesOptions = true, Changes = [Texts.TextCommands.Output("-f> -file>")], Style = OptionStyle.Words, Subcommands = [CommandModel.Reads("list save test help version", "") with { Style = OptionStyle.Words }, CommandModel.Does("create add del rename swap", Service, "the firewall changes"), CommandModel.Does("destroy flush restore", RiskTier.DestructiveMutation, "addresses of the firewall are removed or replaced")] },
        CommandModel.Reads("ipvsadm", "-LlncS --list --numeric --stats --rate --timeout --daemon --connection --exact --sort --save --persistent-conn --thresholds --sync-maxlen -t: -u: -f:", ArgumentRole.Text),
        new("fail2ban-client") { Options = "-c. -s. -p. -vqV --version", Subcommands = [CommandModel.Shows("status ping version get banned"), CommandModel.Does("set start stop reload restart add unban server-start", Service, "bans change")] },
        new("conntrackd") { Options = "-C: -s -i -e", Changes = [new("-k -f -F -R -B -n -c", Service, "connections are forgotten")], Operands = ArgumentRole.Text },
    ];

    // Only this many operands can be there without anything being changed.
    private static void Few(CommandCall call, int most, string effect)
    {
        if (call.Given.Operands.Count > most || call.Given.Operands.Exists(w => w.Literal is null))
        {
            call.Add("write", Service, effect);
        }
    }

    // All operands are joined to one line, in which a semicolon begins the next command.
    private static void Nft(CommandCall call)
    {
        if (call.Words.Any(w => w.Literal is not { } text || text.AsSpan().ContainsAny(";\n")))
        {
            call.Unknown("several commands may stand in one");
        }
    }

    private static void Switch(CommandCall call)
    {
        if (call.Words.Any(w => w.Prefix is ['-', '-', ..] && !KnownOfSwitch(w.Prefix)))
        {
            call.Unknown("another command follows, or an option is not known");
        }
    }

    private static bool KnownOfSwitch(string word) =>
        word is "--version" or "--help" or "--no-headings" or "--pretty" or "--oneline" or "--if-exists" or "--no-wait" or "--names" or "--no-names" or "--stats" or "--no-stats" or "--format" or "--columns" or "--timeout" or "--data"
        || word.StartsWith("--format=", StringComparison.Ordinal) || word.StartsWith("--columns=", StringComparison.Ordinal) || word.StartsWith("--timeout=", StringComparison.Ordinal) || word.StartsWith("--data=", StringComparison.Ordinal)
        || word.StartsWith("--sort", StringComparison.Ordinal) || word.StartsWith("--rsort", StringComparison.Ordinal);

    private static void Ethtool(CommandCall call)
    {
        // What was written down of the registers may be looked at, and with it any file.
        if (call.Given.Operands.FindIndex(w => w.Literal is "file") is >= 0 and var at && at + 1 < call.Given.Operands.Count)
        {
            call.Use(ArgumentRole.Read, call.Given.Operands[at + 1]);
        }

        if (call.Given.Operands.Count > 1 && !call.Given.Has("-m", "-n", "-x", "-S", "-d", "-e", "-u", "--module-info", "--show-nfc", "--show-ntuple", "--show-rxfh", "--show-rxfh-indir", "--statistics"))
        {
            call.Add("write", Service, "the card changes, or a file is written");
        }
    }

    private static void Getent(CommandCall call)
    {
        var database = call.Given.Operands.FirstOrDefault()?.Literal;
        if (database is "shadow" or "gshadow")
        {
            call.Block("Password hashes are nobody's business.", null, RiskTier.DestructiveMutation);
        }
        else if (database is null && call.Given.Operands.Count > 0)
        {
            call.Unknown("nobody knows what is looked up");
        }
    }

    // A connection through which nothing is sent shows only whether somebody listens.
    private static void Netcat(CommandCall call)
    {
        if (!call.Given.Has("-z", "--zero", "-h") && !Asks(call))
        {
            call.Add("run", RiskTier.DestructiveMutation, "a connection may carry anything");
        }
    }

    /// <summary>True when what is sent to a server only asks how it is.</summary>
    internal static bool Asks(CommandCall call) =>
        call.Scope is { HasInput: true, InputText: { } text }
        && (text.Trim() is "ruok" or "stat" or "mntr" or "srvr" or "cons" or "conf" or "envi" or "stats" or "version" or "stats items" or "stats slabs" or "PING" or "INFO" or "Q" or "QUIT" or "quit" or ""
            || (text.StartsWith("show ", StringComparison.Ordinal) && text.Trim().AsSpan().IndexOfAny('\n', ';') < 0));

    // Control sockets are asked through it: echo "show stat" | socat stdio /run/haproxy.sock.
    private static void Socat(CommandCall call)
    {
        var plain = call.Given.Operands.Count == 2 && call.Given.Options.Count == 0 && call.Given.Stranger is null
            && call.Given.Operands.TrueForAll(w => w.Literal is "-" or "stdio" or "STDIO" || (w.Literal is { } text && (text.StartsWith('/') || text.StartsWith("unix-connect:/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("unix:/", StringComparison.OrdinalIgnoreCase)) && text.EndsWith("sock", StringComparison.Ordinal) && !text.Contains(',', StringComparison.Ordinal)));
        if (!plain || !Asks(call))
        {
            call.Unknown("a connection may carry anything");
        }
    }

    private static void Wireguard(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.Literal is null or "private-key" or "preshared-keys" or "dump"))
        {
            call.Block("It shows private keys.", null, RiskTier.DestructiveMutation);
        }
    }

    private static void Iptables(CommandCall call)
    {
        if (!call.Given.Has("-L", "-S", "-C", "--list", "--list-rules", "--check", "-h", "-V", "--version"))
        {
            call.Add("write", Service, "the firewall changes");
        }
    }

    private static void FirewallCmd(CommandCall call)
    {
        foreach (var word in call.Words)
        {
            var text = word.Prefix;
            var shows = text.StartsWith("--list", StringComparison.Ordinal) || text.StartsWith("--get", StringComparison.Ordinal) || text.StartsWith("--query", StringComparison.Ordinal) || text.StartsWith("--info", StringComparison.Ordinal)
                || text is "--state" or "--version" or "--permanent" or "-V" or "-h" or "--help" or "-v" or "--verbose" || text.StartsWith("--zone=", StringComparison.Ordinal) || text.StartsWith("--policy=", StringComparison.Ordinal) || text.StartsWith("--path-", StringComparison.Ordinal);
            if (!shows || (word.Literal is null && !text.Contains('=', StringComparison.Ordinal)))
            {
                call.Add("write", Service, "the firewall changes");
                return;
            }
        }
    }
}
