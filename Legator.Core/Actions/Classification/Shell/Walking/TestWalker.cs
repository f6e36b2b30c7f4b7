using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks <c>[[ … ]]</c>, also as a shell that does not know it.</summary>
internal static class TestWalker
{
    /// <summary>Walks a test.</summary>
    public static void Walk(WalkState walk, TestCommand test)
    {
        foreach (var term in test.Terms)
        {
            WordWalker.Walk(walk, term.Left);
            if (term.Right is { } right)
            {
                WordWalker.Walk(walk, right);
            }

            WalkTerm(walk, term, ReferenceEquals(term, test.Terms[0]));
        }
    }

    private static void WalkTerm(WalkState walk, TestTerm term, bool first)
    {
        var expander = new WordExpander(walk.Shell);
        if (term.Operator is "-v" or "-R" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge")
        {
            CheckOperand(walk, term.Left, expander);
            CheckOperand(walk, term.Right, expander);
        }

        // A shell without "[[" would take these for a file to write and for commands to run.
        if (term.Operator == ">" && term.Right?.Literal?.Contains('/', StringComparison.Ordinal) == true)
        {
            RedirectionWalker.Write(walk, expander.Target(term.Right));
        }
        else if (term.Operator.Length == 0 && !first && expander.Single(term.Left).Literal is not (null or ""))
        {
            walk.AddUnsafe("run", term.Left.Source, "a shell without [[ would run it");
        }
        else if (term.Right is { } right && !first && term.Left.Literal is [var letter, ..] && char.IsAsciiLetter(letter))
        {
            walk.Findings.Add(LineJudge.Words(walk, expander.Expand([term.Left, Word(term.Operator), right]), walk.Scope()));
        }
    }

    private static ParsedWord Word(string text) => new([new LiteralPiece(text, Quoting.None)], text);

    private static void CheckOperand(WalkState walk, ParsedWord? word, WordExpander expander)
    {
        if (word is not null)
        {
            var text = expander.Single(word).Literal;
            ExpressionWalker.CheckCode(walk, text, word.Source);
            ExpressionWalker.CheckComputed(walk, text);
            ExpressionWalker.CheckCode(walk, text is not null && Characters.IsName(text) ? walk.Shell.Variable(text)?.Text?.Literal : null, word.Source);
        }
    }
}
