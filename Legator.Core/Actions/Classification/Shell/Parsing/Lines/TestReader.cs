using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads <c>[[ … ]]</c>.</summary>
internal static class TestReader
{
    /// <summary>Reads a test, behind its first brackets.</summary>
    public static TestCommand Read(ShellCursor cursor)
    {
        List<TestTerm> terms = [];
        ReadAlternatives(cursor, terms);
        cursor.SkipNewlines();
        cursor.Expect("]]");
        return new TestCommand(terms);
    }

    private static void ReadAlternatives(ShellCursor cursor, List<TestTerm> terms)
    {
        cursor.Enter();
        ReadTerm(cursor, terms);
        cursor.SkipNewlines();
        while ((cursor.Current, cursor.Peek(1)) is ('&', '&') or ('|', '|'))
        {
            cursor.At += 2;
            ReadTerm(cursor, terms);
            cursor.SkipNewlines();
        }

        cursor.Leave();
    }

    private static void ReadTerm(ShellCursor cursor, List<TestTerm> terms)
    {
        cursor.SkipNewlines();
        while (cursor.PeekBare() is "!")
        {
            cursor.At++;
            cursor.SkipNewlines();
        }

        if (cursor.Current == '(')
        {
            cursor.At++;
            ReadAlternatives(cursor, terms);
            cursor.SkipNewlines();
            cursor.Expect(')');
            return;
        }

        if (cursor.PeekBare() is "]]")
        {
            throw cursor.Problem("'[[' holds no condition.");
        }

        var left = WordReader.Read(cursor);
        cursor.SkipBlanks();
        terms.Add(AtTermEnd(cursor) ? new TestTerm("", left, null)
            : ReadComparison(cursor, left) ?? ReadSingle(cursor, left) ?? throw cursor.Problem("'[[' holds more than a condition."));
    }

    private static bool AtTermEnd(ShellCursor cursor) => cursor.AtEnd || cursor.Current is ')' or '&' or '|' or '\n' || cursor.PeekBare() is "]]";

    private static TestTerm? ReadComparison(ShellCursor cursor, ParsedWord left)
    {
        var sign = cursor.Current is '<' or '>' ? cursor.Current.ToString() : cursor.PeekBare().ToString();
        if (sign is not ("=" or "==" or "!=" or "=~" or "<" or ">" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" or "-nt" or "-ot" or "-ef"))
        {
            return null;
        }

        var start = cursor.At;
        cursor.At += sign.Length;
        cursor.SkipBlanks();
        if (AtTermEnd(cursor) && sign is not "=~")
        {
            cursor.At = start;
            return null;
        }

        return new TestTerm(sign, left, sign is "=~" ? ReadRegularExpression(cursor) : WordReader.Read(cursor));
    }

    private static TestTerm? ReadSingle(ShellCursor cursor, ParsedWord left) =>
        left.Bare is ['-', _] sign && "abcdefghknoprstuvwxzGLNORS".Contains(sign[1], StringComparison.Ordinal)
            ? new TestTerm(sign, WordReader.Read(cursor), null)
            : null;

    // Parentheses and bars are the expression's own; blanks belong to it inside of parentheses only.
    private static ParsedWord ReadRegularExpression(ShellCursor cursor)
    {
        var start = cursor.At;
        var pieces = new PieceBuilder();
        var open = 0;
        while (!cursor.AtEnd && (open > 0 || !(Characters.IsBlank(cursor.Current) || cursor.Current is '\n' or ')' or ';' or '&')))
        {
            if (cursor.Current is '\\' or '"' or '$' or '`' or '\'')
            {
                WordReader.ReadPart(cursor, pieces);
                continue;
            }

            open += cursor.Current == '(' ? 1 : cursor.Current == ')' ? -1 : 0;
            pieces.Append(cursor.Text[cursor.At++], Quoting.Pattern);
        }

        return cursor.At > start && open == 0 ? pieces.Build(cursor.Since(start)) : throw cursor.Problem("A regular expression is not closed.");
    }
}
