using System.Globalization;

namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>What characters are to the lexer.</summary>
internal static class MySqlCharacters
{
    /// <summary>True for what a bare name may hold.</summary>
    public static bool InName(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || (c > '\u007f' && IsLetter(c));

    /// <summary>True for a whole run of digits and letters that is a number: <c>1</c>, <c>1e5</c>, <c>0xff</c>, <c>0b01</c>.</summary>
    public static bool IsNumber(ReadOnlySpan<char> run)
    {
        if (run.Length > 2 && run[0] == '0' && run[1] is 'x' or 'b')
        {
            return run[1] == 'x' ? IsHex(run[2..]) : !run[2..].ContainsAnyExcept('0', '1');
        }

        var digits = run.IndexOfAnyExceptInRange('0', '9');
        return digits < 0 || ((run[digits] | 0x20) == 'e' && digits + 1 < run.Length && !run[(digits + 1)..].ContainsAnyExceptInRange('0', '9'));
    }

    /// <summary>Where the digits after a decimal point end, with their exponent.</summary>
    public static int EndOfFraction(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at + 1 >= text.Length || (text[at] | 0x20) != 'e')
        {
            return at;
        }

        return char.IsAsciiDigit(text[at + 1]) ? EndOfDigits(text, at + 1) : Math.Max(at, EndOfExponent(text, at + 1, at));
    }

    /// <summary>Where a signed exponent ends whose sign would be at a place; that place itself where there is none.</summary>
    public static int EndOfExponent(ReadOnlySpan<char> text, int at) => EndOfExponent(text, at, at);

    private static int EndOfExponent(ReadOnlySpan<char> text, int sign, int otherwise) =>
        sign + 1 < text.Length && text[sign] is '+' or '-' && char.IsAsciiDigit(text[sign + 1]) ? EndOfDigits(text, sign + 1) : otherwise;

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsHex(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    // Spaces and signs beyond ASCII are spaces and signs in some character sets and parts of names in others.
    private static bool IsLetter(char c) => char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
}
