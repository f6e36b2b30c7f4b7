using System.Text;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Cuts an expression into tokens.</summary>
internal sealed class CelLexer(string source)
{
    private static readonly string[] TwoCharacterSymbols = ["==", "!=", "<=", ">=", "&&", "||"];
    private int position;

    public List<CelToken> Run()
    {
        var tokens = new List<CelToken>();
        CelToken token;
        do
        {
            token = Next();
            tokens.Add(token);
        }
        while (token.Kind != CelTokenKind.End);
        return tokens;
    }

    private CelToken Next()
    {
        SkipBlanks();
        if (position >= source.Length)
        {
            return new CelToken(CelTokenKind.End, "<end>", position);
        }
        var c = source[position];
        if (c is '"' or '\'' || (c is 'r' or 'R' && position + 1 < source.Length && source[position + 1] is '"' or '\''))
        {
            return Text();
        }
        if (char.IsAsciiDigit(c))
        {
            return Number();
        }
        return char.IsAsciiLetter(c) || c == '_' ? Identifier() : Symbol();
    }

    private void SkipBlanks()
    {
        while (position < source.Length)
        {
            if (char.IsWhiteSpace(source[position]))
            {
                position++;
            }
            else if (source.AsSpan(position).StartsWith("//", StringComparison.Ordinal))
            {
                var end = source.IndexOf('\n', position);
                position = end < 0 ? source.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private CelToken Identifier()
    {
        var start = position;
        while (position < source.Length && (char.IsAsciiLetterOrDigit(source[position]) || source[position] == '_'))
        {
            position++;
        }
        return new CelToken(CelTokenKind.Identifier, source[start..position], start);
    }

    private CelToken Number()
    {
        var start = position;
        var real = false;
        while (position < source.Length && (char.IsAsciiLetterOrDigit(source[position]) || (source[position] == '.' && position + 1 < source.Length && char.IsAsciiDigit(source[position + 1]))
            || (source[position] is '+' or '-' && source[position - 1] is 'e' or 'E' && !source.AsSpan(start).StartsWith("0x", StringComparison.Ordinal))))
        {
            real |= source[position] is '.' || (source[position] is 'e' or 'E' && !source.AsSpan(start).StartsWith("0x", StringComparison.Ordinal));
            position++;
        }
        return new CelToken(real ? CelTokenKind.Real : CelTokenKind.Whole, source[start..position].TrimEnd('u', 'U'), start);
    }

    private CelToken Symbol()
    {
        var start = position;
        var symbol = TwoCharacterSymbols.FirstOrDefault(s => source.AsSpan(start).StartsWith(s, StringComparison.Ordinal)) ?? source[start].ToString();
        if (symbol.Length == 1 && !"()[]{}.,:?+-*/%!<>".Contains(symbol[0]))
        {
            throw new CelException($"Syntax error: token recognition error at: '{symbol}' (position {start})");
        }
        position += symbol.Length;
        return new CelToken(CelTokenKind.Symbol, symbol, start);
    }

    private CelToken Text()
    {
        var start = position;
        var raw = source[position] is 'r' or 'R';
        position += raw ? 1 : 0;
        var fence = source[position].ToString();
        if (source.AsSpan(position).StartsWith(fence + fence + fence, StringComparison.Ordinal))
        {
            fence += fence + fence[0];
        }
        position += fence.Length;
        var text = new StringBuilder();
        while (!source.AsSpan(position).StartsWith(fence, StringComparison.Ordinal))
        {
            if (position >= source.Length)
            {
                throw new CelException($"Syntax error: string is not closed (position {start})");
            }
            _ = !raw && source[position] == '\\' ? text.Append(Escape()) : text.Append(source[position++]);
        }
        position += fence.Length;
        return new CelToken(CelTokenKind.Text, text.ToString(), start);
    }

    private string Escape()
    {
        position++;
        var c = position < source.Length ? source[position++] : '\0';
        return c switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            '\\' or '"' or '\'' or '`' or '?' => c.ToString(),
            'x' or 'X' => CodePoint(2),
            'u' => CodePoint(4),
            'U' => CodePoint(8),
            _ => throw new CelException($"Syntax error: unknown escape \\{c}"),
        };
    }

    private string CodePoint(int digits)
    {
        if (position + digits > source.Length || !int.TryParse(source.AsSpan(position, digits), System.Globalization.NumberStyles.HexNumber, null, out var code) || !Rune.IsValid(code))
        {
            throw new CelException("Syntax error: bad character escape");
        }
        position += digits;
        return new Rune(code).ToString();
    }
}
