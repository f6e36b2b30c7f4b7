using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Walking;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Commands that run another one, which is what counts.</summary>
internal static class WrapperCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        Wrap("env", "-i0vu:C.a: --ignore-environment --null --unset= --chdir. --debug --block-signal? --default-signal? --ignore-signal? --list-signal-handling --argv0= -") with
        {
            Changes = [new("-S! --split-string!", RiskTier.DestructiveMutation, "it takes a text apart and runs it", "run")], Judge = Environment, Alone = true,
        },
        Wrap("nohup", "-"),
        Wrap("nice", "-0123456789n: --adjustment=") with { Alone = true },
        Wrap("stdbuf", "-i:o:e: --input= --output= --error="),
        Wrap("unbuffer", "-p"),
        Wrap("setsid", "-cfw --ctty --fork --wait"),
        Wrap("time gtime", "-pvaqf: --portability --verbose --format= --append") with { Changes = [Texts.TextCommands.Output("-o> --output>")] },
        Wrap("timeout gtimeout", "-vk:s:fp --foreground --preserve-status --verbose --kill-after= --signal=") with { Judge = c => Rest(c, 1) },
        Wrap("ionice", "-c:n:tp:P:u: --class= --classdata= --ignore --pid= --pgid= --uid=") with { Judge = Priority },
        Wrap("taskset", "-acp --all-tasks --cpu-list --pid") with { Judge = Affinity },
        Wrap("chrt", "-abdfioprmvRT:P:D: --all-tasks --batch --deadline --fifo --idle --other --pid --rr --max --verbose --reset-on-fork") with { Judge = Affinity },
        Wrap("watch", "-n:dtgecxbpwrq: --interval= --no-title --differences? --errexit --chgexit --color --exec --beep --precise --no-wrap --equexit=") with { Judge = Watch },
        Wrap("exec", "-cla:") with { Judge = Replace },
        Wrap("command", "-pvV") with { Judge = Lookup, Alone = true },
        Wrap("builtin nocorrect noglob catchsegv eatmydata chronic", ""),
        Wrap("busybox toybox", "--list --list-full --help") with { Alone = true },
        Wrap("nsenter", "-t:n?u?i?p?C?T?FS:G: --target= --net? --uts? --ipc? --pid? --cgroup? --time? --no-fork") with
        {
            Changes = [new("-m?a?U?r?w?W?eZ --mount? --all --user? --root? --wd? --wdns? --env", RiskTier.DestructiveMutation, "it leaves the machine's own view of files or users", "run")], Judge = c => Others(c, 0),
        },
        Wrap("xargs gxargs", "-0rtpxoa<d:E:e?I:i?L:l?n:P:s: --null --no-run-if-empty --verbose --interactive --exit --arg-file< --delimiter= --eof? --replace? --max-lines? --max-args= --max-procs= --max-chars= --show-limits --open-tty --process-slot-var=") with { Judge = XargsCalls.Judge },
        .. ElevationCommands.All,
        .. ShellCommands.All,
        .. RemoteCommands.All,
        CommandModel.Does("chroot unshare setpriv firejail bwrap systemd-run systemd-nspawn fakeroot capsh parallel script expect flock strace ltrace gdb gdbserver perf bpftrace valgrind rlwrap dbus-run-session choom start-stop-daemon daemonize runsvdir envdir chpst softlimit setuidgid s6-setuidgid gosu su-exec tini dumb-init entr incron tcpserver", RiskTier.DestructiveMutation, "it runs something in a place or way that nobody can judge", "run") with { Judge = Hidden },
    ];

    /// <summary>A command whose operands are another command.</summary>
    internal static CommandModel Wrap(string names, string options) =>
        new(names) { Options = options, Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Judge = c => Rest(c, 0) };

    /// <summary>Runs the operands behind the first few.</summary>
    internal static void Rest(CommandCall call, int skip)
    {
        var operands = call.Given.Operands;
        if (operands.Count <= skip)
        {
            if (skip > 0 && operands.Count > 0)
            {
                call.Unknown("it is called without a command");
            }

            return;
        }

        call.Run(operands.GetRange(skip, operands.Count - skip));
    }

    private static void Others(CommandCall call, int skip)
    {
        if (call.Given.Operands.Count == 0)
        {
            call.Unknown("it opens a shell");
        }

        Rest(call, skip);
    }

    private static void Environment(CommandCall call)
    {
        var operands = call.Given.Operands;
        var skip = 0;
        while (skip < operands.Count && operands[skip].Prefix.Contains('=', StringComparison.Ordinal))
        {
            var name = operands[skip].Prefix[..operands[skip].Prefix.IndexOf('=', StringComparison.Ordinal)];
            if (!EnvironmentRules.IsHarmless(name, WordSlice.After(operands[skip], name.Length + 1), exported: true))
            {
                call.Unknown($"{name} changes what commands do");
            }

            skip++;
        }

        if (call.Given.Value("-u", "--unset") is { Literal: null })
        {
            call.Unknown("nobody knows what is unset");
        }

        if (call.Given.Value("-C", "--chdir") is { } directory)
        {
            call.Take(call.Scope.JudgeWords(operands.GetRange(skip, operands.Count - skip), call.Scope with { Depth = call.Scope.Depth + 1, Directory = directory.Literal is ['/', ..] ? directory.Literal : null }));
        }
        else if (skip < operands.Count)
        {
            Rest(call, skip);
        }
    }

    private static void Priority(CommandCall call)
    {
        if (call.Given.Has("-p", "-P", "-u", "--pid", "--pgid", "--uid") && call.Given.Has("-c", "-n", "--class", "--classdata"))
        {
            call.Add("run", RiskTier.ServiceMutation, "a process gets another priority");
        }

        if (!call.Given.Has("-p", "-P", "-u", "--pid", "--pgid", "--uid"))
        {
            Rest(call, 0);
        }
    }

    private static void Affinity(CommandCall call)
    {
        if (call.Given.Has("-p", "--pid", "-m", "--max"))
        {
            if (call.Given.Operands.Count > 1)
            {
                call.Add("run", RiskTier.ServiceMutation, "a process is told where or how to run");
            }

            return;
        }

        Rest(call, 1);
    }

    private static void Watch(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (call.Given.Has("-x", "--exec"))
        {
            Rest(call, 0);
        }
        else if (operands.TrueForAll(w => w.Literal is not null))
        {
            call.RunText(ShellWord.Of(string.Join(' ', operands.Select(w => w.Literal))));
        }
        else
        {
            call.Unknown("a shell reads text that nobody knows");
        }
    }

    // Without a command it may make a shell read its next commands from elsewhere.
    private static void Replace(CommandCall call)
    {
        if (call.Given.Operands.Count == 0 && call.Scope.HasInput)
        {
            call.Unknown("the shell may read its commands from elsewhere");
        }

        Rest(call, 0);
    }

    private static void Lookup(CommandCall call)
    {
        if (!call.Given.Has("-v", "-V"))
        {
            Rest(call, 0);
        }
    }

    // What it would run is judged as well, because it may be refused outright.
    private static void Hidden(CommandCall call)
    {
        if (call.Words is [{ Literal: "-V" or "-version" }])
        {
            call.Add("read", RiskTier.Read, null);
        }

        for (var i = 0; i < call.Words.Count && i < 8; i++)
        {
            if (call.Words[i].Literal is { Length: > 0 } name && char.IsAsciiLetter(name[0]) && CommandTable.Refuses(name))
            {
                call.Run([.. call.Words.Skip(i)]);
                return;
            }
        }
    }
}
