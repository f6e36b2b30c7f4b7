using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Has commands judged: those of the line itself, and those that another command would run from words or from a text.</summary>
internal static class LineJudge
{
    /// <summary>Judges one command of the line.</summary>
    public static IReadOnlyList<ProposedAction> Command(WalkState walk, IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        if (words[0].Literal is not { Length: > 0 } name)
        {
            return Dynamic(walk, words, scope);
        }

        BuiltinChecks.Check(walk, name, words);
        var found = CommandTable.Judge(new CommandInvocation(CommandPaths.NameOf(name), new WordSpan(words, 1), scope));
        SentContents.Note(walk, words, found);
        return found;
    }

    // Nobody knows what runs. If the unknown word turns out to be nothing, or one that runs its arguments, the rest is the command.
    private static IReadOnlyList<ProposedAction> Dynamic(WalkState walk, IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        var dynamic = ShellActions.Of(scope, "run", string.Join(' ', words), RiskTier.DestructiveMutation, "which command it is, is known only when it runs");
        return words.Count == 1 ? [dynamic] : [dynamic, .. Words(walk, new WordSpan(words, 1), scope)];
    }

    /// <summary>Judges words that another command would run.</summary>
    public static IReadOnlyList<ProposedAction> Words(WalkState walk, IReadOnlyList<ShellWord> words, ShellScope scope)
    {
        if (words.Count == 0)
        {
            return [];
        }

        walk.Judged++;
        if (scope.Depth >= WalkState.MaxDepth || walk.Exhausted)
        {
            return [TooDeep(scope)];
        }

        return Nested(walk, scope, () =>
        {
            if (words[0].Literal is { } name && walk.Shell.Function(name) is { } function)
            {
                walk.Functions.Call(function, [.. words], new ShellInput(scope.HasInput, scope.InputText));
            }

            walk.Findings.Add(Command(walk, words, scope with { Depth = walk.Depth }));
        });
    }

    /// <summary>Judges a text that another command would run as a line of its own.</summary>
    public static IReadOnlyList<ProposedAction> Text(WalkState walk, string text, ShellScope scope)
    {
        if (scope.Depth >= WalkState.MaxDepth || walk.Exhausted)
        {
            return [TooDeep(scope)];
        }

        var line = ShellParser.Parse(text);
        if (line.Program is null)
        {
            return [ShellActions.Blocked(scope, "run", text, "A part of the line cannot be read: " + line.Problem)];
        }

        return Nested(walk, scope, () =>
        {
            walk.Shell.Positional = null;
            foreach (var program in line.Readings)
            {
                NodeWalker.Walk(walk, program, new ShellInput(scope.HasInput, scope.InputText) { Laden = walk.Input.Laden });
            }
        });
    }

    // Gathers what is found inside of another command, in a shell of its own that begins as this one is now.
    private static IReadOnlyList<ProposedAction> Nested(WalkState walk, ShellScope scope, Action inner)
    {
        var (findings, shell, depth, elevated) = (walk.Findings, walk.Shell, walk.Depth, walk.Elevated);
        (walk.Findings, walk.Shell, walk.Depth, walk.Elevated) = (new LineFindings(), walk.Fork(shell), scope.Depth + 1, scope.Elevated);
        walk.Shell.DoubtFunctions();
        if (!shell.Directories.Contains(scope.Directory))
        {
            walk.Shell.Directories = [scope.Directory];
        }

        inner();
        var found = walk.Findings.Actions;
        (walk.Findings, walk.Shell, walk.Depth, walk.Elevated) = (findings, shell, depth, elevated);
        return found;
    }

    private static ProposedAction TooDeep(ShellScope scope) =>
        ShellActions.Blocked(scope, "run", "…", "Commands run one another too often to be followed.");
}
