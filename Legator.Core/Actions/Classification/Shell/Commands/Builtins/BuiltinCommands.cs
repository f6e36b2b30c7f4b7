using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Walking;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Builtins;

/// <summary>What a shell does by itself. Nothing of it outlives the line, but it may change what the rest of the line means.</summary>
internal static class BuiltinCommands
{
    private static readonly ShellWord Nothing = ShellWord.Of("");

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("cd pushd popd chdir exit return break continue shift unset let getopts help caller logout umask nullcmd select"),
        CommandModel.Shows("export declare typeset local readonly"),
        new("read") { Options = "-eErsa:d:i:n:N:p:t:u:", Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Judge = Read },
        new("mapfile readarray") { Options = "-td:n:O:s:u:c:", Style = OptionStyle.Posix, Operands = ArgumentRole.Text, Changes = [new("-C!", RiskTier.DestructiveMutation, "it runs a command for every line", "run")], Judge = Read },
        CommandModel.Reads("compgen", "-abcdefgjksuvA:P:S:o:X:G:W:", ArgumentRole.Text) with { Changes = [new("-C! -F!", RiskTier.DestructiveMutation, "it runs a command", "run")], Judge = Words },
        new("set") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Modes },
        new("history") { Options = "-0123456789", Operands = ArgumentRole.Text, Changes = [new("-c -d: -a -n -r -w -p -s", RiskTier.DestructiveMutation, "the record of commands changes")] },
        new("shopt") { AnyOption = true, Options = "-pqosu", Operands = ArgumentRole.Text, Judge = Switch },
        CommandModel.Does("enable bind complete compopt fc unalias", RiskTier.ServiceMutation, "commands get another meaning", "run") with { Judge = Loads },
    ];

    /// <summary>A variable that a command sets.</summary>
    internal static void Name(CommandCall call, ShellWord? name)
    {
        if (name is not null && (name.Literal is not { } literal || !EnvironmentRules.IsHarmless(literal.Split('[')[0], Nothing, exported: false)))
        {
            call.Unknown($"{name} changes what commands do");
        }
    }

    private static void Read(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            Name(call, word);
        }
    }

    // A list of words is expanded once more.
    private static void Words(CommandCall call)
    {
        if (call.Given.Options.Exists(o => o.Shape.Name == "-W" && (o.Value?.Literal is not { } list || list.AsSpan().ContainsAny('$', '`', '<'))))
        {
            call.Unknown("the words of the list are expanded, and may run commands");
        }
    }

    // With these, what looks like an argument or a variable of the shell's own reaches programs.
    private static void Modes(CommandCall call)
    {
        for (var i = 0; i < call.Words.Count && call.Words[i].Literal is ['-' or '+', ..] and not "--" and var text; i++)
        {
            if (text[0] == '-' && text.AsSpan().ContainsAny('k', 'a'))
            {
                call.Unknown("the shell hands variables to programs in another way");
            }

            // The next word is the name of an option wherever in the word the letter stands: set -oe allexport.
            if (text.Contains('o', StringComparison.Ordinal) && i + 1 < call.Words.Count)
            {
                i++;
                if (text[0] == '-' && call.Words[i].Literal is null or "keyword" or "allexport")
                {
                    call.Unknown("the shell hands variables to programs in another way");
                }
            }
        }
    }

    // Patterns that reach hidden files would be judged wrongly.
    private static void Switch(CommandCall call)
    {
        if (call.Given.Has("-s") && call.Given.Operands.Exists(w => w.Literal is not ("nullglob" or "failglob" or "lastpipe" or "nocasematch" or "inherit_errexit" or "checkwinsize" or "pipefail")))
        {
            call.Unknown("the shell reads patterns in another way");
        }
    }

    // "enable -f" loads code into the shell.
    private static void Loads(CommandCall call)
    {
        if (call.Name == "enable" && call.Words.Any(w => w.Literal is null || (w.Prefix is ['-', ..] && w.Prefix.Contains('f', StringComparison.Ordinal))))
        {
            call.Unknown("it loads code into the shell");
        }
    }
}
