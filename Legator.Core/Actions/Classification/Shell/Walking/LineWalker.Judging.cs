using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    private static readonly ShellWord Anything = new([new WordPart(WordPartKind.Unknown, "?")]);

    // The letters of options that name a variable.
    private static readonly char[] Naming = ['a', 'p', 'v'];

    private IReadOnlyList<ProposedAction> JudgeCommand(IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        if (words[0].Literal is not { Length: > 0 } name)
        {
            return JudgeDynamic(words, scope);
        }

        CheckBuiltin(name, words);
        return CommandTable.Judge(new CommandInvocation(CommandPaths.NameOf(name), new WordSpan(words, 1), scope));
    }

    // Nobody knows what runs. If the unknown word turns out to be nothing, or one that runs its arguments, the rest is the command.
    private IReadOnlyList<ProposedAction> JudgeDynamic(IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        var dynamic = ShellActions.Of(scope, "run", string.Join(' ', words), RiskTier.DestructiveMutation, "which command it is, is known only when it runs");
        return words.Count == 1 ? [dynamic] : [dynamic, .. JudgeWords(new WordSpan(words, 1), scope)];
    }

    private IReadOnlyList<ProposedAction> JudgeWords(IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        if (words.Count == 0)
        {
            return [];
        }

        _judged++;
        if (scope.Depth >= MaxDepth || _judged > MaxJudged)
        {
            return [TooDeep(scope)];
        }

        return Nested(scope, () =>
        {
            if (words[0].Literal is { } name && _state.Function(name) is { } function)
            {
                CallAll(function, [.. words], new ShellInput(scope.HasInput, scope.InputText));
            }

            Add(JudgeCommand(words, scope with { Depth = _depth }));
        });
    }

    private IReadOnlyList<ProposedAction> JudgeText(string text, ShellScope scope)
    {
        if (scope.Depth >= MaxDepth || _judged > MaxJudged)
        {
            return [TooDeep(scope)];
        }

        var line = ShellParser.Parse(text);
        if (line.Program is null)
        {
            return [ShellActions.Blocked(scope, "run", text, "A part of the line cannot be read: " + line.Problem)];
        }

        return Nested(scope, () =>
        {
            _state.Positional = null;
            foreach (var program in line.Readings)
            {
                WalkNode(program, new ShellInput(scope.HasInput, scope.InputText));
            }
        });
    }

    // Gathers what is found inside of another command, in a shell of its own that begins as this one is now.
    private IReadOnlyList<ProposedAction> Nested(ShellScope scope, Action walk)
    {
        var (actions, seen, state, depth, elevated) = (_actions, _seen, _state, _depth, _elevated);
        (_actions, _seen, _state, _depth, _elevated) = ([], null, Fork(state), scope.Depth + 1, scope.Elevated);
        _state.DoubtFunctions();
        if (!state.Directories.Contains(scope.Directory))
        {
            _state.Directories = [scope.Directory];
        }

        walk();
        var found = _actions;
        (_actions, _seen, _state, _depth, _elevated) = (actions, seen, state, depth, elevated);
        return found;
    }

    private static ProposedAction TooDeep(ShellScope scope) =>
        ShellActions.Blocked(scope, "run", "…", "Commands run one another too often to be followed.");

    // These compute names and numbers in their arguments.
    private void CheckBuiltin(string name, IReadOnlyList<ShellWord> words)
    {
        if (name is "test" or "[" or "let" or "printf" or "read" or "unset" or "declare" or "typeset" or "local" or "export" or "readonly" or "mapfile" or "readarray" or "getopts" or "wait" or "set" or "builtin" or "command" or "exit" or "return" or "break" or "continue" or "shift" or "ulimit")
        {
            foreach (var word in words)
            {
                CheckCode(word.Literal, name);
                CheckComputed(name == "let" ? word.Literal : word.Literal?.IndexOf('[', StringComparison.Ordinal) is > 0 and var open ? word.Literal[open..] : null);
                CheckCode(name == "let" && word.Literal is { } variable ? _state.Variable(variable)?.Text?.Literal : null, name);
            }
        }

        CheckSettings(name, words);
        if (name is "read" or "mapfile" or "readarray" or "getopts" or "wait" || (name == "printf" && words.Count > 1 && words[1].Literal is ['-', 'v', ..]))
        {
            foreach (var word in words.Skip(1))
            {
                var variable = word.Literal is ['-', _, ..] joined ? joined[(joined.IndexOfAny(Naming) + 1)..] : word.Literal;
                if (variable is not null && Characters.IsName(variable))
                {
                    JudgeEnvironment(variable, Anything, exported: false);
                }
            }
        }

        if (name is "export" or "declare" or "typeset" or "local" or "readonly")
        {
            foreach (var word in words.Skip(1))
            {
                var sign = word.Prefix.IndexOf('=', StringComparison.Ordinal);
                if (sign <= 0 && word.Literal is null)
                {
                    AddUnsafe("set", word.ToString(), "nobody knows which variable it is");
                }
                else if (sign > 0)
                {
                    JudgeEnvironment(word.Prefix[..sign].TrimEnd('+'), StateChanges.After(word, sign), exported: name is "export" || (name is not "readonly" && words.Any(w => w.Literal is ['-', ..] and var flags && flags.Contains('x', StringComparison.Ordinal))));
                }
            }
        }
    }

    // What makes later words of the line mean something else.
    private void CheckSettings(string name, IReadOnlyList<ShellWord> words)
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
                AddUnsafe("run", string.Join(' ', words), "it runs a command");
            }
            else if (declares && text is ['-', ..] && text.Contains('n', StringComparison.Ordinal))
            {
                AddUnsafe("set", string.Join(' ', words), "a name stands for another variable");
            }
            else if (declares && text is ['-', ..] && text.Contains('i', StringComparison.Ordinal))
            {
                words.Skip(1).ToList().ForEach(w => CheckComputed(w.Literal is { } declared ? declared[(declared.IndexOf('=', StringComparison.Ordinal) + 1)..] : null));
            }
            else if (text == "HISTFILE" && name == "unset")
            {
                AddUnsafe("set", string.Join(' ', words), "what is done is not recorded");
            }
            else if (text == "PATH" && (name is "unset" or "local" || (declares && !options)))
            {
                AddUnsafe("set", string.Join(' ', words), "programs are looked for in another place");
            }
            else if ((declares && options || name == "export") && EnvironmentRules.MattersExported(text))
            {
                JudgeEnvironment(text, Anything, exported: true);
            }
        }
    }

    private void JudgeEnvironment(string name, ShellWord value, bool exported)
    {
        if (!EnvironmentRules.IsHarmless(name, value, exported))
        {
            AddUnsafe("set", $"{name}={value}", "programs run or load what this variable names");
        }
    }
}
