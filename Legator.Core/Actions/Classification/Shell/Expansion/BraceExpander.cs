using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Makes several words of one with braces: <c>{a,b}</c>, <c>{1..3}</c>.</summary>
internal static class BraceExpander
{
    /// <summary>More words than this are not told one by one.</summary>
    public const int MostWords = 1024;

    private const int DeepestBraces = 16;
    private const int MostSigns = 512;

    /// <summary>True when the word has an unquoted brace, so that it may be more words than one.</summary>
    public static bool MayExpand(IReadOnlyList<WordPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece is LiteralPiece { Quoting: Quoting.None } literal && literal.Text.Contains('{', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words; null when they are too many, or lie too deep.</summary>
    public static List<List<WordPiece>>? Expand(IReadOnlyList<WordPiece> pieces)
    {
        var signs = Signs(pieces);
        return signs.Count > MostSigns ? null : Combine(signs, 0, signs.Count, 0);
    }

    // Braces and commas that are not quoted become pieces of their own.
    private static List<WordPiece> Signs(IReadOnlyList<WordPiece> pieces)
    {
        List<WordPiece> signs = [];
        foreach (var piece in pieces)
        {
            if (piece is not LiteralPiece { Quoting: Quoting.None } literal)
            {
                signs.Add(piece);
                continue;
            }

            var start = 0;
            for (var i = 0; i < literal.Text.Length; i++)
            {
                if (literal.Text[i] is '{' or '}' or ',')
                {
                    AddText(signs, literal.Text[start..i]);
                    signs.Add(new LiteralPiece(literal.Text[i].ToString(), Quoting.None));
                    start = i + 1;
                }
            }

            AddText(signs, literal.Text[start..]);
        }

        return signs;
    }

    private static void AddText(List<WordPiece> signs, string text)
    {
        if (text.Length > 0)
        {
            signs.Add(new LiteralPiece(text, Quoting.None));
        }
    }

    private static List<List<WordPiece>>? Combine(List<WordPiece> signs, int start, int end, int depth)
    {
        if (depth > DeepestBraces)
        {
            return null;
        }

        List<List<WordPiece>> words = [[]];
        for (var i = start; i < end; i++)
        {
            var close = Is(signs[i], "{") ? Close(signs, i, end) : -1;
            if (close < 0 || !IsList(signs, i, close))
            {
                if (close > 0 && IsOdd(signs, i, close, end))
                {
                    return null;
                }

                words.ForEach(w => w.Add(signs[i]));
                continue;
            }

            var choices = Choices(signs, i, close, depth);
            if (choices is null || words.Count * choices.Count > MostWords)
            {
                return null;
            }

            words = [.. words.SelectMany(w => choices.Select(c => (List<WordPiece>)[.. w, .. c]))];
            i = close;
        }

        return words;
    }

    private static List<List<WordPiece>>? Choices(List<WordPiece> signs, int open, int close, int depth)
    {
        if (BraceSequence.Read(signs, open, close) is { } sequence)
        {
            return sequence.Words(MostWords)?.ConvertAll(w => (List<WordPiece>)[new LiteralPiece(w, Quoting.None)]);
        }

        List<List<WordPiece>> choices = [];
        var start = open + 1;
        for (var i = start; i <= close; i++)
        {
            if (i < close && Is(signs[i], "{") && Close(signs, i, close) is > 0 and var inner)
            {
                i = inner;
            }
            else if (i == close || Is(signs[i], ","))
            {
                if (Combine(signs, start, i, depth + 1) is not { } words || choices.Count + words.Count > MostWords)
                {
                    return null;
                }

                choices.AddRange(words);
                start = i + 1;
            }
        }

        return choices;
    }

    // Braces without a comma or a sequence stand for themselves.
    private static bool IsList(List<WordPiece> signs, int open, int close)
    {
        for (var i = open + 1; i < close; i++)
        {
            if (Is(signs[i], ","))
            {
                return true;
            }

            if (Is(signs[i], "{") && Close(signs, i, close) is > 0 and var inner)
            {
                i = inner;
            }
        }

        return BraceSequence.Read(signs, open, close) is not null;
    }

    // In "{x}a,b}" the first closing brace counts for nothing, and the last one ends a list; "{{a,b}}" has rules of its own too. Nobody writes that on purpose.
    private static bool IsOdd(List<WordPiece> signs, int open, int close, int end) =>
        signs.FindIndex(open, close - open, s => Is(s, ",")) > 0
        || (signs.FindLastIndex(end - 1, end - 1 - close, s => Is(s, "}")) > 0
            && signs.FindIndex(close, end - close, s => s is LiteralPiece literal && literal.Text.Contains(',', StringComparison.Ordinal)) > 0);

    private static int Close(List<WordPiece> signs, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            depth += Is(signs[i], "{") ? 1 : Is(signs[i], "}") ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Is(WordPiece piece, string sign) => piece is LiteralPiece { Quoting: Quoting.None } literal && literal.Text == sign;
}
