using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Machine;

/// <summary>Commands about the machine: its name, its clock, its manuals and its languages.</summary>
internal static class MachineCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("printenv lsb_release virt-what osinfo-query apropos whatis tldr clear"),
        CommandModel.Reads("neofetch fastfetch screenfetch", "-nNvVhE --stdout --off --pipe? --json --version --help"),
        CommandModel.Reads("info", "-akwO --apropos --where --all --version --help --usage", ArgumentRole.Text),
        CommandModel.Reads("ldd", "-druv --version --verbose", ArgumentRole.Text) with { Judge = Libraries },
        CommandModel.Reads("man", "-kfwaLlPsSMKt:hV -k -f --apropos --whatis --where --path --all --sections= -e: --locale=", ArgumentRole.Text) with { Options = "-kfwaKWs:S:M.L:m:e:V --apropos --whatis --where --path --all --sections= --version", Operands = ArgumentRole.Text, Judge = Manual, Changes = [Texts.TextCommands.Runs("-P! -H? -l --pager! --html? --local-file -T? -t --preprocessor! -p! -X?")] },
        CommandModel.Reads("date", "-uRd:f<r.I? --date= --file< --reference. --iso-8601? --rfc-3339= --rfc-email --rfc-2822 --utc --universal --version --debug --resolution", ArgumentRole.Text) with { Changes = [new("-s: --set=", Service, "the clock changes")], Judge = Clock },
        CommandModel.Reads("hostname dnsdomainname domainname nisdomainname ypdomainname", "-AadfiIsyvV --fqdn --long --short --all-fqdns --all-ip-addresses --ip-address --alias --domain --version", ArgumentRole.Text) with { Changes = [new("-F< -b --file< --boot", Service, "the machine gets another name")], Judge = c => Daemons.DaemonCommands.Allow(c, 0, "the machine gets another name") },
        Ctl("hostnamectl", "--static --transient --pretty --json= -H! -M! --no-ask-password", "status", "hostname icon-name chassis deployment location", "set-hostname set-icon-name set-chassis set-deployment set-location"),
        Ctl("timedatectl", "--no-pager -ap: --all --property= --value --monitor -H! -M! -P:", "status show timesync-status show-timesync list-timezones", "", "set-time set-timezone set-local-rtc set-ntp ntp-servers revert"),
        Ctl("localectl", "--no-pager --no-convert", "status list-locales list-keymaps list-x11-keymap-models list-x11-keymap-layouts list-x11-keymap-variants list-x11-keymap-options", "", "set-locale set-keymap set-x11-keymap"),
        CommandModel.Reads("hwclock", "-rulvDV --show --get --utc --localtime --verbose --version --test") with { Changes = [new("-s -w -a --hctosys --systohc --systz --adjust --set --date= --param-set= --setepoch", Service, "the clock changes")] },
        CommandModel.Reads("ldconfig", "-pvNX --print-cache --version") with { Judge = c => Daemons.DaemonCommands.Need(c, "what programs load changes", "-p", "--print-cache", "--version") },
        CommandModel.Does("ntfsclone crudini augtool ini-file dconf gsettings update-mime-database update-locale locale-gen localedef mandb updatedb xrandr setterm chvt openvt kbd_mode setleds", Destructive, "settings change", "write"),
        .. Languages(),
        .. Scanners(),
    ];

    private static IEnumerable<CommandModel> Languages() =>
    [
        Language("python python2 python3 pypy pypy3", "-V -VV --version", Module),
        Language("perl", "-v -V --version", null),
        Language("ruby irb", "-v --version", null),
        Language("node nodejs deno bun ts-node npx", "-v --version", null),
        Language("php", "-v -m -i --version --ini", Php),
        Language("lua luajit", "-v", null),
        Language("guile racket julia octave elixir iex groovy pwsh", "-v --version", null),
        Language("sbcl clisp R Rscript jshell jar swift dart", "--version", null),
        Language("ghci mono", "-V --version", null),
        Language("ocaml scala kotlin java", "-version --version", null),
        Language("erl jarsigner", "-version", null),
        Language("tclsh wish powershell osascript", "", null),
        CommandModel.Does("crash gdbtui systemtap stap dtrace trace-cmd ftrace kprobe opensnoop", Destructive, "a program is looked into or changed", "run"),
    ];

    private static IEnumerable<CommandModel> Scanners() =>
    [
        CommandModel.Does("nikto sqlmap hydra john hashcat masscan zmap metasploit msfconsole responder mimikatz", Destructive, "it attacks machines", "run"),
        CommandModel.Does("xclip xsel notify-send osqueryi", Destructive, "it is not known to be harmless", "run"),
    ];

    private static CommandModel Ctl(string name, string options, string shows, string named, string changes) => new(name)
    {
        Options = options,
        SharesOptions = true,
        Alone = true,
        Subcommands =
        [
            CommandModel.Reads(shows, ""),
            new(named) { Operands = ArgumentRole.Text, Judge = c => Daemons.DaemonCommands.Allow(c, 0, "the machine gets another name") },
            CommandModel.Does(changes, Service, "settings of the machine change"),
        ],
    };

    private static CommandModel Language(string names, string shows, CommandJudge? judge) => new(names)
    {
        AnyOption = true,
        Helpless = !shows.Contains("--version", StringComparison.Ordinal),
        Operands = ArgumentRole.Text,
        Judge = c =>
        {
            if (c.Words is [{ Literal: { } only }] && shows.Split(' ').Contains(only))
            {
                c.Add("read", RiskTier.Read, null);
            }

            judge?.Invoke(c);
            if (!c.Told && c.Found.Count == 0)
            {
                c.Unknown("a program is run");
            }
        },
    };

    // The package manager and the JSON printer are modules that can be told apart.
    private static void Module(CommandCall call)
    {
        if (call.Words is [{ Literal: "-m" }, { Literal: "pip" }, ..])
        {
            call.Run([ShellWord.Of("pip"), .. call.Words.Skip(2)]);
        }
        else if (call.Words is [{ Literal: "-m" }, { Literal: "json.tool" }, ..] && call.Words.Count <= 3)
        {
            foreach (var word in call.Words.Skip(2))
            {
                call.Use(ArgumentRole.Read, word);
            }

            call.Add("read", RiskTier.Read, null);
        }
    }

    private static void Php(CommandCall call)
    {
        if (call.Words is [{ Literal: "-l" }, { } file])
        {
            call.Use(ArgumentRole.Read, file);
        }
    }

    // A page may be named by the file that it is in.
    private static void Manual(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            if (word.Prefix.Contains('/', StringComparison.Ordinal) || word.HasUnknown)
            {
                call.Use(ArgumentRole.Read, word);
            }
        }
    }

    // It may run the program that it is asked about, so it may be asked about the system's own.
    private static void Libraries(CommandCall call)
    {
        if (!call.Given.Operands.TrueForAll(w => !w.HasUnknown && !w.ToString().Contains("..", StringComparison.Ordinal) && (w.Prefix.StartsWith("/usr/", StringComparison.Ordinal) || w.Prefix.StartsWith("/bin/", StringComparison.Ordinal) || w.Prefix.StartsWith("/sbin/", StringComparison.Ordinal) || w.Prefix.StartsWith("/lib", StringComparison.Ordinal) || w.Prefix.StartsWith("/opt/", StringComparison.Ordinal))))
        {
            call.Unknown("the program that is asked about may be run");
        }
    }

    private static void Clock(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.Prefix is not ['+', ..]))
        {
            call.Add("write", Service, "the clock changes");
        }
    }
}
