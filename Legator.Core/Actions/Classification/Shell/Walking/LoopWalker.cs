using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks loops until another round tells nothing new.</summary>
internal static class LoopWalker
{
    private const int MostPasses = 4;
    private const int MostBindings = 64;

    // Loops inside of loops multiply, so each round counts as several commands.
    private const int RoundCost = 8;

    /// <summary>Walks a loop. It runs any number of times, so each round may begin with what the one before left behind.</summary>
    public static void Walk(WalkState walk, ShellNode loop, ShellInput input)
    {
        if (loop is ForCommand { Words: { } words })
        {
            foreach (var word in words)
            {
                WordWalker.Walk(walk, word);
            }
        }

        walk.Findings.Repeat();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            walk.Judged += RoundCost;
            var start = walk.Fork(walk.Shell);
            WalkRound(walk, loop, input);
            if (!walk.Shell.Join(start) || walk.Exhausted)
            {
                return;
            }
        }

        walk.Shell.ForgetAll();
        WalkRound(walk, loop, input);
    }

    private static void WalkRound(WalkState walk, ShellNode loop, ShellInput input)
    {
        switch (loop)
        {
            case LoopCommand command:
                NodeWalker.Walk(walk, command.Condition, input);
                NodeWalker.Walk(walk, command.Body, input.Shared());
                break;
            case CountingCommand command:
                ExpressionWalker.Compute(walk, command.Expression);
                NodeWalker.Walk(walk, command.Body, input.Shared());
                break;
            case ForCommand command:
                WalkFor(walk, command, input.Shared());
                break;
        }
    }

    private static void WalkFor(WalkState walk, ForCommand command, ShellInput input)
    {
        var words = command.Words is null ? walk.Shell.Positional : new WordExpander(walk.Shell).Expand(command.Words);
        if (words is null || command.Choice || words.Count > MostBindings)
        {
            words = words?.Count == 0 ? words : [new ShellWord([new WordPart(WordPartKind.Unknown, "$" + command.Name)])];
        }

        foreach (var word in words)
        {
            walk.Judged += RoundCost;
            ExpressionWalker.CheckCode(walk, word.Literal, "for " + command.Name);
            AssignmentWalker.JudgeEnvironment(walk, command.Name, word.Literal is null ? ShellWord.Anything : word, exported: false);
            walk.Shell.Set(command.Name, new VariableValue(Field(word)) { IsField = true });
            NodeWalker.Walk(walk, command.Body, input);
        }

        walk.Shell.Forget(command.Name);
    }

    // What a command gives to "for" has been split before the variable gets it.
    private static ShellWord Field(ShellWord word) => word.Literal is not null || word.Parts.All(p => p.Kind != WordPartKind.UnknownSplit) ? word
        : new ShellWord([.. word.Parts.Select(p => p.Kind == WordPartKind.UnknownSplit ? p with { Kind = WordPartKind.Unknown } : p)]);
}
