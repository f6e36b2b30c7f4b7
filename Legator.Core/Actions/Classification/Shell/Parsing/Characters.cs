using System.Buffers;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>The shell's kinds of characters. Only space and tab are blanks: other white space is part of a word, as in the shells themselves.</summary>
internal static class Characters
{
    /// <summary>Characters at which a run of plain text ends.</summary>
    public static SearchValues<char> Special { get; } = SearchValues.Create(" \t\n;&|<>()'\"\\$`");

    /// <summary>Characters of a variable's name.</summary>
    public static SearchValues<char> NameParts { get; } = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>True for characters that end a word when they are not quoted.</summary>
    public static bool IsMeta(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')';

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>True for the signs that make a pattern of the parentheses after them.</summary>
    public static bool IsPatternSign(char c) => c is '?' or '*' or '+' or '@' or '!';

    /// <summary>True for the parameters whose name is a sign.</summary>
    public static bool IsSpecialParameter(char c) => c is '@' or '*' or '#' or '?' or '-' or '$' or '!';

    /// <summary>True when the text is a variable's name.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !IsNameStart(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsNamePart(c))
            {
                return false;
            }
        }

        return true;
    }
}
