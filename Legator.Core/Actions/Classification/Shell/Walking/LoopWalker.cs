using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing;
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
        if (loop is ForCommand { Words: { } words } each)
        {
            var unlisted = walk.Unlisted;
            foreach (var word in words)
            {
                WordWalker.Walk(walk, word);
            }

            if (walk.Unlisted > unlisted)
            {
                SentContents.Keep(walk, each.Name);
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
                WalkBody(walk, command, input);
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

    // "kubectl get pods -o name | while read pod": each round has one name, as in a loop over the names.
    private static void WalkBody(WalkState walk, LoopCommand command, ShellInput input)
    {
        if (input.Names is not { } names || ReadName(command.Condition) is not { } name || walk.Shell.Function("read") is not null)
        {
            NodeWalker.Walk(walk, command.Body, input.Shared());
            return;
        }

        var source = WalkState.SourceOf(names);
        var piece = new CommandPiece(new CommandList([new ListEntry(names, ListJoint.Sequence)]), source, Quoting.None);
        if (new WordExpander(walk.Shell).Expand([new ParsedWord([piece], source)]) is [var word])
        {
            // Names of files may hold blanks, at which a variable without quotes is split.
            walk.Shell.Set(name, ListedFiles.Are(names) ? new VariableValue(word) : new VariableValue(Field(word)) { IsField = true });
        }

        NodeWalker.Walk(walk, command.Body, input.Shared());
        walk.Shell.Forget(name);
    }

    // read pod; read -r pod; IFS= read -r pod
    private static string? ReadName(CommandList condition)
    {
        if (condition.Entries is not [{ Background: false, Node: SimpleCommand { Redirections.Count: 0 } command }] || command.Assignments.Any(a => a.Name != "IFS" || a.Subscript is not null))
        {
            return null;
        }

        var words = command.Words;
        var plain = words.Count is 2 or 3 && words[0].Bare is "read" && (words.Count == 2 || words[1].Bare is "-r");
        return plain && words[^1].Bare is { } name && Characters.IsName(name) ? name : null;
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
