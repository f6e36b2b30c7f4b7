using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

internal sealed partial class ShellParser
{
    private TestCommand ReadTest()
    {
        List<TestTerm> terms = [];
        ReadAlternatives(terms);
        SkipNewlines();
        Expect("]]");
        return new TestCommand(terms);
    }

    private void ReadAlternatives(List<TestTerm> terms)
    {
        Enter();
        ReadTerm(terms);
        SkipNewlines();
        while ((Current, Peek(1)) is ('&', '&') or ('|', '|'))
        {
            _at += 2;
            ReadTerm(terms);
            SkipNewlines();
        }

        Leave();
    }

    private void ReadTerm(List<TestTerm> terms)
    {
        SkipNewlines();
        while (PeekBare() is "!")
        {
            _at++;
            SkipNewlines();
        }

        if (Current == '(')
        {
            _at++;
            ReadAlternatives(terms);
            SkipNewlines();
            Expect(')');
            return;
        }

        if (PeekBare() is "]]")
        {
            throw Problem("'[[' holds no condition.");
        }

        var left = ReadWord();
        SkipBlanks();
        terms.Add(AtTermEnd() ? new TestTerm("", left, null)
            : ReadComparison(left) ?? ReadSingleTest(left) ?? throw Problem("'[[' holds more than a condition."));
    }

    private bool AtTermEnd() => AtEnd || Current is ')' or '&' or '|' or '\n' || PeekBare() is "]]";

    private TestTerm? ReadComparison(ParsedWord left)
    {
        var sign = Current is '<' or '>' ? Current.ToString() : PeekBare().ToString();
        if (sign is not ("=" or "==" or "!=" or "=~" or "<" or ">" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" or "-nt" or "-ot" or "-ef"))
        {
            return null;
        }

        var start = _at;
        _at += sign.Length;
        SkipBlanks();
        if (AtTermEnd() && sign is not "=~")
        {
            _at = start;
            return null;
        }

        return new TestTerm(sign, left, sign is "=~" ? ReadRegularExpression() : ReadWord());
    }

    private TestTerm? ReadSingleTest(ParsedWord left) =>
        left.Bare is ['-', _] sign && "abcdefghknoprstuvwxzGLNORS".Contains(sign[1], StringComparison.Ordinal)
            ? new TestTerm(sign, ReadWord(), null)
            : null;

    // Parentheses and bars are the expression's own; blanks belong to it inside of parentheses only.
    private ParsedWord ReadRegularExpression()
    {
        var start = _at;
        var pieces = new PieceBuilder();
        var open = 0;
        while (!AtEnd && (open > 0 || !(Characters.IsBlank(Current) || Current is '\n' or ')' or ';' or '&')))
        {
            if (Current is '\\' or '"' or '$' or '`' or '\'')
            {
                ReadWordPart(pieces);
                continue;
            }

            open += Current == '(' ? 1 : Current == ')' ? -1 : 0;
            pieces.Append(_text[_at++], Quoting.Pattern);
        }

        return _at > start && open == 0 ? pieces.Build(_text[start.._at]) : throw Problem("A regular expression is not closed.");
    }
}
