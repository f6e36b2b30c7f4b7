using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Wrappers;

/// <summary>Shells and the built-in commands that hand text to one.</summary>
internal static class ShellCommands
{
    private static readonly PathRuleSet Settings = new("""
        /etc/os-release /usr/lib/os-release /etc/lsb-release /etc/*-release /etc/default/* /etc/sysconfig/* /etc/environment /etc/profile /etc/bashrc /etc/bash.bashrc /etc/profile.d/* ~/.bashrc ~/.profile ~/.bash_profile ~/.bash_aliases /etc/bash_completion
        """);

    // Nobody writes text within text within text within text.
    private const int MostNested = 3;
    private const int MostWords = 1000;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        new("sh bash dash ash zsh ksh ksh93 mksh rbash fish yash posh csh tcsh")
        {
            Options = "-befhlmnpPrtuvxBCEHTiIsco:O: --login --norc --noprofile --posix --version --restricted --verbose --noediting",
            Changes = [Texts.TextCommands.Runs("--rcfile! --init-file! --init-command! -D")],
            Style = OptionStyle.Posix,
            Operands = ArgumentRole.Text,
            Judge = Shell,
        },
        new("eval") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Joined },
        new("source .") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Source },
        new("trap") { Options = "-lpP", Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Judge = Trap },
        new("alias") { Options = "-p", Operands = ArgumentRole.Text, Judge = Alias },
    ];

    private static void Shell(CommandCall call)
    {
        var given = call.Given;
        if (given.Has("--version"))
        {
            return;
        }

        if (given.Options.Exists(o => o.Shape.Name is "-o" or "-O" && o.Value?.Literal is not ("pipefail" or "errexit" or "nounset" or "xtrace" or "verbose" or "posix" or "noclobber" or "monitor" or "nullglob" or "failglob" or "lastpipe" or "nocasematch" or "inherit_errexit" or "checkwinsize")))
        {
            call.Unknown("the shell reads lines in another way");
        }

        if (given.Has("-c"))
        {
            Text(call);
        }
        else if (given.Operands.Count == 0 || given.Has("-s"))
        {
            Input(call);
        }
        else if (given.Has("-n"))
        {
            call.Use(ArgumentRole.Read, given.Operands[0]);
        }
        else
        {
            call.Unknown("a shell runs a file");
        }
    }

    private static void Text(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (call.Given.Has("-n"))
        {
            return;
        }

        if (operands.Count == 0)
        {
            call.Unknown("a shell runs nobody knows what");
            return;
        }

        call.RunText(operands[0]);
    }

    private static void Input(CommandCall call)
    {
        if (call.Scope.HasInput && call.Scope.InputText is { } text)
        {
            call.RunText(ShellWord.Of(text));
        }
        else
        {
            call.Unknown(call.Scope.HasInput ? "a shell runs what comes through the pipe" : "it opens a shell");
        }
    }

    private static void Joined(CommandCall call)
    {
        if (call.Scope.Depth > MostNested || call.Words.Count > MostWords)
        {
            call.Unknown("a shell reads the same text again and again");
        }
        else if (call.Words.All(w => w.Literal is not null))
        {
            call.RunText(ShellWord.Of(string.Join(' ', call.Words.Select(w => w.Literal))));
        }
        else
        {
            call.Unknown("a shell reads text that nobody knows");
        }
    }

    private static void Source(CommandCall call)
    {
        if (call.Words.Count == 0)
        {
            return;
        }

        var path = PathReader.Read(call.Words[0], call.Scope.Directory);
        if (path.Plain && Settings.MayHold(path))
        {
            call.Use(ArgumentRole.Read, call.Words[0]);
        }
        else
        {
            call.Unknown("a shell runs a file");
        }
    }

    private static void Trap(CommandCall call)
    {
        var operands = call.Given.Operands;
        if (operands.Count > 1 && operands[0].Literal is not ("" or "-") && !call.Given.Has("-p", "-l", "-P"))
        {
            call.RunText(operands[0]);
        }
    }

    private static void Alias(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            var equals = word.Prefix.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                call.RunText(WordSlice.After(word, equals + 1));

                // A name for something else makes every later line mean something else.
                call.Add("run", RiskTier.ServiceMutation, "a command gets another meaning");
            }
        }
    }
}
