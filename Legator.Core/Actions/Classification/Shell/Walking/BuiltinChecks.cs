using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Looks at the builtins whose arguments name variables, hold expressions, or change what later words of the line mean.</summary>
internal static class BuiltinChecks
{
    // The letters of options that name a variable.
    private static readonly char[] Naming = ['a', 'p', 'v'];

    /// <summary>Looks at a command, if it is such a builtin.</summary>
    public static void Check(WalkState walk, string name, IReadOnlyList<ShellWord> words)
    {
        if (name is "test" or "[" or "let" or "printf" or "read" or "unset" or "declare" or "typeset" or "local" or "export" or "readonly" or "mapfile" or "readarray" or "getopts" or "wait" or "set" or "builtin" or "command" or "exit" or "return" or "break" or "continue" or "shift" or "ulimit")
        {
            Computed(walk, name, words);
        }

        Settings(walk, name, words);
        if (name is "read" or "mapfile" or "readarray" or "getopts" or "wait" || (name == "printf" && words.Count > 1 && words[1].Literal is ['-', 'v', ..]))
        {
            Filled(walk, words);
        }

        if (name is "export" or "declare" or "typeset" or "local" or "readonly")
        {
            Declared(walk, name, words);
        }
    }

    // These compute names and numbers in their arguments.
    private static void Computed(WalkState walk, string name, IReadOnlyList<ShellWord> words)
    {
        foreach (var word in words)
        {
            ExpressionWalker.CheckCode(walk, word.Literal, name);
            ExpressionWalker.CheckComputed(walk, name == "let" ? word.Literal : word.Literal?.IndexOf('[', StringComparison.Ordinal) is > 0 and var open ? word.Literal[open..] : null);
            ExpressionWalker.CheckCode(walk, name == "let" && word.Literal is { } variable ? walk.Shell.Variable(variable)?.Text?.Literal : null, name);
        }
    }

    // These put what they get into the variables that they name.
    private static void Filled(WalkState walk, IReadOnlyList<ShellWord> words)
    {
        foreach (var word in words.Skip(1))
        {
            var variable = word.Literal is ['-', _, ..] joined ? joined[(joined.IndexOfAny(Naming) + 1)..] : word.Literal;
            if (variable is not null && Characters.IsName(variable))
            {
                AssignmentWalker.Overwrite(walk, variable);
            }
        }
    }

    private static void Declared(WalkState walk, string name, IReadOnlyList<ShellWord> words)
    {
        foreach (var word in words.Skip(1))
        {
            var sign = word.Prefix.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 && word.Literal is null)
            {
                walk.AddUnsafe("set", word.ToString(), "nobody knows which variable it is");
            }
            else if (sign > 0)
            {
                AssignmentWalker.JudgeEnvironment(walk, word.Prefix[..sign].TrimEnd('+'), StateChanges.After(word, sign), exported: name is "export" || (name is not "readonly" && words.Any(w => w.Literal is ['-', ..] and var flags && flags.Contains('x', StringComparison.Ordinal))));
            }
        }
    }

    // What makes later words of the line mean something else.
    private static void Settings(WalkState walk, string name, IReadOnlyList<ShellWord> words)
    {
        if (name is not ("jobs" or "declare" or "typeset" or "local" or "unset" or "export"))
        {
            return;
        }

        var declares = name is "declare" or "typeset" or "local";
        var options = words.Skip(1).Any(w => w.Literal is ['-', _, ..]);
        foreach (var word in words.Skip(1))
        {
            if (word.Literal is not { } text)
            {
                continue;
            }

            if (name == "jobs" && text is ['-', ..] && text.Contains('x', StringComparison.Ordinal))
            {
                walk.AddUnsafe("run", string.Join(' ', words), "it runs a command");
            }
            else if (declares && text is ['-', ..] && text.Contains('n', StringComparison.Ordinal))
            {
                walk.AddUnsafe("set", string.Join(' ', words), "a name stands for another variable");
            }
            else if (declares && text is ['-', ..] && text.Contains('i', StringComparison.Ordinal))
            {
                Numbers(walk, words);
            }
            else if (text == "HISTFILE" && name == "unset")
            {
                walk.AddUnsafe("set", string.Join(' ', words), "what is done is not recorded");
            }
            else if (text == "PATH" && (name is "unset" or "local" || (declares && !options)))
            {
                walk.AddUnsafe("set", string.Join(' ', words), "programs are looked for in another place");
            }
            else if ((declares && options || name == "export") && EnvironmentRules.MattersExported(text))
            {
                AssignmentWalker.JudgeEnvironment(walk, text, ShellWord.Anything, exported: true);
            }
        }
    }

    // What is declared a number is computed.
    private static void Numbers(WalkState walk, IReadOnlyList<ShellWord> words)
    {
        foreach (var word in words.Skip(1))
        {
            ExpressionWalker.CheckComputed(walk, word.Literal is { } declared ? declared[(declared.IndexOf('=', StringComparison.Ordinal) + 1)..] : null);
        }
    }
}
