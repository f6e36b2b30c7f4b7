using Legator.Core.Actions.Classification.Shell.Commands.Options;

namespace Legator.Core.Actions.Classification.Shell.Commands.Processes;

/// <summary>Commands that look at processes and at what the machine does, and stop it.</summary>
internal static class ProcessCommands
{
    private const RiskTier Service = RiskTier.ServiceMutation;
    private const RiskTier Destructive = RiskTier.DestructiveMutation;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("ps") with { Judge = Environments },
        CommandModel.Shows("pstree pidof pgrep pwdx lsns ipcs vmstat iostat mpstat nfsiostat cifsiostat tapestat iotop slabtop tload smem numastat lslocks lsfd procinfo htop btop jps jstat prtstat lsipc cpuid w.procps xosview irqtop uname jobs times wait"),
        CommandModel.Shows("uptime free w whoami logname arch nproc tty hostid", ArgumentRole.Unknown, "-s:c:"),
        CommandModel.Reads("pmap", "-xXdqpA:cC<Vh --extended --device --quiet --range= --show-path --version --help"),
        CommandModel.Reads("pidstat", "-dhHIlRrsUuVvwtp:C:G:T:Z -0123456789 --human --dec=") with { Changes = [Texts.TextCommands.Runs("-e")] },
        CommandModel.Reads("dstat dool", "-acdDfgilmnNprstTvyMC:I:S: -0123456789 --top-cpu --top-mem --top-io --top-bio --version --nocolor --noheaders --cpu --disk --net --mem --sys --load --proc --swap --tcp --udp --vm --full --bw --noupdate --integer --color --all --vmstat -D:N:", ArgumentRole.Text) with { Changes = [Texts.TextCommands.Output("--output>")] },
        CommandModel.Reads("atop", "-0123456789 -agmdnsvcoypuACDMNPLR1xr<b:e:V", ArgumentRole.Text) with { Changes = [Texts.TextCommands.Output("-w>")] },
        CommandModel.Reads("glances collectl nmon turbostat", "--version -V") with { Operands = ArgumentRole.Unknown },
        CommandModel.Reads("top", "-bcHiSsEe:d:n:p:u:U:o:w?hvV10 -1 --filter-only-euser= --filter-any-user= --batch-mode --iterations= --delay= --pid= --sort-override= --threads-show --cmdline-toggle --idle-toggle --width?", ArgumentRole.Text),
        CommandModel.Reads("sar", "-0123456789 -AbBCdDFhHpqSrRtuvVwWyzx:f?i:s?e?I:j:m:n:P:o?q?u?r?S?F? --human --pretty --dec= --iface= --dev= --fs= --int= --sadc", ArgumentRole.Text) with { Options = "-0123456789 -AbBCdDhHpRtvVwWyzx:qi:j:I:m:n:P:SrRuFf?s?e? --human --pretty --dec= --iface= --dev= --fs= --int=", Changes = [Texts.TextCommands.Output("-o>")] },
        CommandModel.Reads("sadf", "-cCdghHjprtTUxV -s?e?P:f?O: --", ArgumentRole.Inspect),
        CommandModel.Reads("ulimit", "-HSabcdefiklmnpqrstuvxPTR", ArgumentRole.Text) with { Judge = c => Daemons.DaemonCommands.Allow(c, 0, "limits change") },
        CommandModel.Reads("prlimit", "-p:o: --pid= --output= --noheadings --raw --verbose --version -cdefilmnqrstuvxy --nofile --nproc --as --core --cpu --data --fsize --memlock --stack --rss --locks --sigpending --msgqueue --nice --rtprio --rttime", ArgumentRole.Text) with { Style = OptionStyle.Posix, Judge = Limits },
        CommandModel.Reads("fuser", "-acilmMsuvVnI46:N -m -n: --all --mount --verbose --user --list-signals --namespace= --ismountpoint --inode", ArgumentRole.Inspect) with { Changes = [new("-k -w --kill --writeonly", Service, "processes are ended", "kill")] },
        new("kill") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Kill },
        CommandModel.Does("pkill killall killall5 skill snice xkill renice tkill killproc", Service, "processes get a signal", "kill"),
        CommandModel.Does("disown bg fg suspend", Service, "a process is steered", "run"),
        CommandModel.Does("reboot shutdown halt poweroff init telinit pm-suspend pm-hibernate systemctl-reboot", Destructive, "the machine stops or starts anew", "shutdown"),
        new("dmesg") { Options = "-deHkLPprSTtuwWxhVf:l:F<n? --human --kernel --ctime --facility= --level= --color? --nopager --raw --notime --time-format= --userspace --follow --follow-new --decode --reltime --show-delta --force-prefix --file< --since= --until= --syslog --json --noescape --buffer-size= -s: -J", Operands = ArgumentRole.Unknown, Changes = [new("-c -C -D -E -n: --clear --read-clear --console-off --console-on --console-level=", Service, "messages of the kernel are cleared, or shown elsewhere")] },
        CommandModel.Shows("lsmod modinfo"),
        new("modprobe") { Options = "-cDnvRS: --showconfig --show-depends --dry-run --show --simulate --resolve-alias --dump-modversions --version -V", Operands = ArgumentRole.Text, Changes = [new("-r -f -a -i --remove --force --all --ignore-install", Service, "a module of the kernel is loaded or removed")], Judge = c => { if (!c.Told && !c.Given.Has("-c", "-D", "-n", "-R", "--showconfig", "--show-depends", "--dry-run", "--show", "--simulate", "--resolve-alias", "--version", "-V")) { c.Add("write", RiskTier.ServiceMutation, "a module of the kernel is loaded"); } } },
        CommandModel.Does("insmod rmmod depmod dkms livepatch kpatch loadkeys setfont", Service, "the kernel changes", "write"),
        new("sysctl") { Options = "-anNebqA --all --names --values --ignore --quiet --binary --deprecated -r: --pattern= -V --version -x", Operands = ArgumentRole.Text, Changes = [new("-w -p? --write --load? --system -f?", Service, "settings of the kernel change")], Judge = Sysctl },
        CommandModel.Shows("jstack"),
        new("jcmd") { Options = "-l -h", Operands = ArgumentRole.Text, Judge = Jcmd },
        new("jinfo") { Options = "-flags -sysprops -flag:", Style = OptionStyle.Words, Operands = ArgumentRole.Text, Judge = c => { if (c.Given.Value("-flag") is { } flag && (flag.Literal is null or ['+' or '-', ..] || flag.Literal.Contains('=', StringComparison.Ordinal))) { c.Add("write", Service, "a setting changes"); } } },
        new("jmap") { Style = OptionStyle.Words, Options = "-histo -heap -clstats -finalizerinfo", Operands = ArgumentRole.Text },
        CommandModel.Does("gcore", Destructive, "memory is written to a file", "write"),
        new("cpupower") { Subcommands = [CommandModel.Shows("frequency-info idle-info info monitor"), CommandModel.Does("frequency-set idle-set set", Service, "the processor runs in another way")] },
        CommandModel.Reads("numactl", "-Hsh --hardware --show") with { Operands = ArgumentRole.Unknown },
        CommandModel.Does("stress stress-ng sysbench fio bonnie++ iozone memtester cpulimit cgexec cgset cgcreate cgdelete cgclassify", Service, "the machine is put under load, or processes get other limits", "run"),
    ];

    // In letters without a dash, "e" asks for what is in the environment of every process: as delicate as the files of which it comes.
    private static void Environments(CommandCall call)
    {
        if (call.Words.Any(w => w.Literal is { Length: > 0 } text && text.AsSpan().IndexOfAnyExcept("acefhjlmrsuvwxSTX") < 0 && text.Contains('e', StringComparison.Ordinal)))
        {
            call.Guard("read", "environments of processes hold secrets");
        }
    }

    private static void Kill(CommandCall call)
    {
        if (call.Words.Count == 0 || call.Words[0].Literal is "-l" or "-L" or "--list" or "--table")
        {
            return;
        }

        // Signal 0 asks whether a process is there.
        var asks = call.Words[0].Literal is "-0" || (call.Words[0].Literal is "-s" or "-n" && call.Words.Count > 1 && call.Words[1].Literal == "0");
        if (!asks || call.Words.Skip(1).Any(w => w.Prefix is ['-', _, ..]))
        {
            call.Add("kill", Service, "processes get a signal");
        }
    }

    private static void Limits(CommandCall call)
    {
        if (call.Given.Operands.Count > 0)
        {
            call.Unknown("limits change for a command");
        }

        if (call.Given.Options.Exists(o => o.Value is not null && o.Shape.Name is not ("-p" or "--pid" or "-o" or "--output")))
        {
            call.Add("write", Service, "limits change");
        }
    }

    private static void Sysctl(CommandCall call)
    {
        if (call.Given.Operands.Exists(w => w.Literal is null || w.Literal.Contains('=', StringComparison.Ordinal)))
        {
            call.Add("write", Service, "settings of the kernel change");
        }
    }

    private static void Jcmd(CommandCall call)
    {
        var order = call.Given.Operands.Count > 1 ? call.Given.Operands[1].Literal : "help";
        if (order is not ("help" or "VM.version" or "VM.flags" or "VM.uptime" or "VM.command_line" or "VM.system_properties" or "VM.info" or "VM.native_memory" or "VM.classloader_stats" or "VM.metaspace" or "GC.heap_info" or "GC.class_histogram" or "GC.class_stats" or "Thread.print" or "PerfCounter.print" or "JFR.check" or "Compiler.codecache" or "ManagementAgent.status"))
        {
            call.Unknown("a process is told something");
        }
    }
}
