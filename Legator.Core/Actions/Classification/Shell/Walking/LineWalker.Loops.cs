using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    private const int MostPasses = 4;
    private const int MostBindings = 64;

    // Loops inside of loops multiply, so each round counts as several commands.
    private const int RoundCost = 8;

    // A loop runs any number of times, so each round may begin with what the one before left behind: it is walked until that tells nothing new.
    private void WalkLoop(ShellNode loop, ShellInput input)
    {
        if (loop is ForCommand { Words: { } words })
        {
            foreach (var word in words)
            {
                WalkInside(word);
            }
        }

        Repeat();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            _judged += RoundCost;
            var start = Fork(_state);
            WalkRound(loop, input);
            if (!_state.Join(start) || _judged > MaxJudged)
            {
                return;
            }
        }

        _state.ForgetAll();
        WalkRound(loop, input);
    }

    private void WalkRound(ShellNode loop, ShellInput input)
    {
        switch (loop)
        {
            case LoopCommand command:
                WalkNode(command.Condition, input);
                WalkNode(command.Body, input.Shared());
                break;
            case CountingCommand command:
                Compute(command.Expression);
                WalkNode(command.Body, input.Shared());
                break;
            case ForCommand command:
                WalkFor(command, input.Shared());
                break;
        }
    }

    private void WalkFor(ForCommand command, ShellInput input)
    {
        var words = command.Words is null ? _state.Positional : new WordExpander(_state).Expand(command.Words);
        if (words is null || command.Choice || words.Count > MostBindings)
        {
            words = words?.Count == 0 ? words : [new ShellWord([new WordPart(WordPartKind.Unknown, "$" + command.Name)])];
        }

        foreach (var word in words)
        {
            _judged += RoundCost;
            CheckCode(word.Literal, "for " + command.Name);
            JudgeEnvironment(command.Name, word.Literal is null ? Anything : word, exported: false);
            _state.Set(command.Name, new VariableValue(Field(word)) { IsField = true });
            WalkNode(command.Body, input);
        }

        _state.Forget(command.Name);
    }

    // What a command gives to "for" has been split before the variable gets it.
    private static ShellWord Field(ShellWord word) => word.Literal is not null || word.Parts.All(p => p.Kind != WordPartKind.UnknownSplit) ? word
        : new ShellWord([.. word.Parts.Select(p => p.Kind == WordPartKind.UnknownSplit ? p with { Kind = WordPartKind.Unknown } : p)]);
}
