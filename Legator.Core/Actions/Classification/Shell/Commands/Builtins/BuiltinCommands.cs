using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Builtins;

/// <summary>What a shell does by itself. Nothing of it outlives the line, but it may change what the rest of the line means.</summary>
internal static class BuiltinCommands
{
    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Shows("cd pushd popd chdir exit return break continue shift unset let getopts help compgen caller logout umask nullcmd read mapfile readarray select"),
        new("export declare typeset local readonly") { AnyOption = true, Operands = ArgumentRole.Text, Judge = Assign },
        new("set") { AnyOption = true, Operands = ArgumentRole.Text },
        new("history") { Options = "-0123456789", Operands = ArgumentRole.Text, Changes = [new("-c -d: -a -n -r -w -p -s", RiskTier.DestructiveMutation, "the record of commands changes")] },
        new("shopt") { AnyOption = true, Options = "-pqosu", Operands = ArgumentRole.Text, Judge = Switch },
        CommandModel.Does("enable bind complete compopt fc unalias", RiskTier.ServiceMutation, "commands get another meaning", "run"),
    ];

    private static void Assign(CommandCall call)
    {
        foreach (var word in call.Given.Operands)
        {
            var equals = word.Prefix.IndexOf('=', StringComparison.Ordinal);
            var name = equals >= 0 ? word.Prefix[..equals].TrimEnd('+') : word.Literal;
            if (name is null || (equals >= 0 && Wrappers.VariableRules.MayRunThings(name) && !Harmless(name, word)))
            {
                call.Unknown($"{name ?? word.ToString()} changes what commands do");
            }
        }
    }

    // What people put in front of their lines: the usual directories, and no pager.
    private static bool Harmless(string name, ShellWord word)
    {
        var value = word.Literal?[(name.Length + 1)..];
        return name is "PATH" ? Usual(word)
            : name.EndsWith("PAGER", StringComparison.Ordinal) ? value is "" or "cat" or "less"
            : name is "IFS";
    }

    private static bool Usual(ShellWord word)
    {
        var text = word.ToString()["PATH=".Length..].Replace("${PATH}", "$PATH", StringComparison.Ordinal);
        return text.Split(':').All(d => d is "$PATH" or "/usr/local/sbin" or "/usr/local/bin" or "/usr/sbin" or "/usr/bin" or "/sbin" or "/bin" or "/snap/bin");
    }

    // Patterns that reach hidden files would be judged wrongly.
    private static void Switch(CommandCall call)
    {
        if (call.Given.Has("-s") && call.Given.Operands.Exists(w => w.Literal is not ("nullglob" or "failglob" or "lastpipe" or "nocasematch" or "inherit_errexit" or "checkwinsize" or "pipefail")))
        {
            call.Unknown("the shell reads patterns in another way");
        }
    }
}
