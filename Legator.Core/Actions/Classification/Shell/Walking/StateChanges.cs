using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Follows what builtins change in the shell itself: variables, parameters, the directory.</summary>
internal static class StateChanges
{
    private const int MostParameters = 1024;

    // More letters than any builtin has options.
    private const int MostLetters = 12;

    /// <summary>Takes note of what a command changes, if it is a builtin that changes anything.</summary>
    public static void Apply(IReadOnlyList<ShellWord> words, ShellState state, ShellInput input)
    {
        var start = 0;
        while (start < words.Count && words[start].Literal is "command" or "builtin")
        {
            start++;
        }

        if (start < words.Count)
        {
            Apply(words[start].Literal, new WordSpan(words, start + 1), state, input);
        }
    }

    /// <summary>What follows the sign in <c>name=value</c>.</summary>
    public static ShellWord After(ShellWord word, int sign)
    {
        if (word.Literal is { } literal)
        {
            return ShellWord.Of(literal[(sign + 1)..]);
        }

        List<WordPart> parts = [new(WordPartKind.Literal, word.Prefix[(sign + 1)..])];
        parts.AddRange(word.Parts.SkipWhile(p => p.Kind == WordPartKind.Literal));
        return new ShellWord(parts[0].Text.Length == 0 ? parts[1..] : parts);
    }

    private static void Apply(string? name, IReadOnlyList<ShellWord> arguments, ShellState state, ShellInput input)
    {
        switch (name)
        {
            case "cd" or "pushd":
                state.GoTo(Directory(arguments, name == "cd"));
                break;
            case "popd":
                state.GoTo(null);
                break;
            case "read" when arguments.Count > 0 && (arguments.Count == 1 || arguments is [{ Literal: "-r" }, _]) && Characters.IsName(arguments[^1].Literal) && IsLine(input.Text):
                state.Set(arguments[^1].Literal!, new VariableValue(ShellWord.Of(input.Text!.Trim(' ', '\t', '\n'))));
                break;
            case "printf" when arguments is [{ Literal: "-v" }, { Literal: { } variable }, { Literal: "%s" }, var text] && Characters.IsName(variable):
                state.Set(variable, new VariableValue(text));
                break;
            case "unset":
                state.DoubtFunctions();
                Forget(arguments, state);
                break;
            case "read" or "mapfile" or "readarray" or "getopts" or "wait" or "let":
                Forget(arguments, state);
                break;
            case "printf" when arguments.Count > 1 && arguments[0].Literal is null or ['-', 'v', ..]:
                Forget(arguments, state);
                break;
            case "export" or "declare" or "typeset" or "local" or "readonly":
                Declare(arguments, state);
                break;
            case "set":
                SetParameters(arguments, state);
                break;
            case "shift":
                state.Positional = arguments.Count == 0 && state.Positional is { } all ? [.. all.Skip(1)] : null;
                break;
        }
    }

    private static bool IsLine(string? text) => text is not null && text.AsSpan().TrimEnd('\n').IndexOfAny('\n', '\\') < 0;

    private static string? Directory(IReadOnlyList<ShellWord> arguments, bool homeByDefault)
    {
        var at = 0;
        while (at < arguments.Count && arguments[at].Literal is "--" or "-P" or "-L" or "-e" or "-@")
        {
            at++;
        }

        if (at == arguments.Count)
        {
            return homeByDefault ? "~" : null;
        }

        return at + 1 == arguments.Count && arguments[at].Literal is { } directory && directory is not ['-' or '+', ..] ? directory.Length == 0 ? "." : directory : null;
    }

    // Names among the arguments; a name that is not known may be any.
    private static void Forget(IReadOnlyList<ShellWord> arguments, ShellState state)
    {
        foreach (var argument in arguments)
        {
            if (argument.Literal is not { } text)
            {
                state.ForgetAll();
                return;
            }

            // Letters of options may stand before the name: -raX, -vX.
            for (var from = text.StartsWith('-') && text.Length > 2 ? 2 : 0; ; from++)
            {
                Forget(text, from, state);
                if (from == 0 || from >= Math.Min(text.Length, MostLetters))
                {
                    break;
                }
            }
        }

        state.Forget("REPLY");
        state.Forget("MAPFILE");
    }

    private static void Forget(string text, int from, ShellState state)
    {
        var to = from;
        while (to < text.Length && Characters.IsNamePart(text[to]))
        {
            to++;
        }

        if (to > from)
        {
            state.Forget(text[from..to]);
        }
    }

    private static void Declare(IReadOnlyList<ShellWord> arguments, ShellState state)
    {
        var changes = false;
        foreach (var argument in arguments)
        {
            var sign = argument.Prefix.IndexOf('=', StringComparison.Ordinal);
            if (argument.Prefix is ['-' or '+', ..])
            {
                changes |= argument.Literal is not ("-x" or "-r" or "-g" or "-xr" or "-rx" or "-gx" or "-p" or "--" or "-a" or "-f" or "-F");
            }
            else if (argument.Literal is null && sign <= 0)
            {
                state.ForgetAll();
            }
            else if (sign > 0)
            {
                Set(argument, sign, state);
            }
        }

        if (changes)
        {
            // An attribute may turn a variable into a name for another one, or change what is assigned.
            state.ForgetAll();
        }
    }

    private static void Set(ShellWord argument, int sign, ShellState state)
    {
        var name = argument.Prefix[..sign];
        if (Characters.IsName(name))
        {
            state.Set(name, new VariableValue(After(argument, sign)));
        }
        else
        {
            state.Forget(name.TrimEnd('+').Split('[')[0]);
        }
    }

    private static void SetParameters(IReadOnlyList<ShellWord> arguments, ShellState state)
    {
        if (arguments is [{ Literal: "--" }, ..])
        {
            state.Positional = arguments.Count <= MostParameters ? [.. arguments.Skip(1)] : null;
        }
        else if (arguments.Any(a => a.Literal is not ['-' or '+', ..]))
        {
            state.Positional = null;
        }
    }
}
