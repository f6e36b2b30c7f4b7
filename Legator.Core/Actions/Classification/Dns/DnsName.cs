using System.Globalization;

namespace Legator.Core.Actions.Classification.Dns;

/// <summary>Reads domain names. Names in other scripts become what DNS knows them by (<c>münchen.example</c> is <c>xn--mnchen-3ya.example</c>), so that rules, records and people's screens show the name that is really asked for.</summary>
public static class DnsName
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    private static readonly IdnMapping Mapping = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    /// <summary>The name as it is asked for; null where the text is none.</summary>
    /// <param name="text">A name; may end with a dot, be the root, begin with <c>*</c> and hold underscores.</param>
    public static string? Read(string text)
    {
        if (text == ".")
        {
            return text;
        }

        var labels = (text.EndsWith('.') ? text[..^1] : text).Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (Label(labels[i]) is not { } label)
            {
                return null;
            }

            labels[i] = label;
        }

        return string.Join('.', labels) is { Length: <= MaxName } name ? text.EndsWith('.') ? name + "." : name : null;
    }

    /// <summary>True for a name in letters, digits, hyphens and underscores alone.</summary>
    public static bool IsAscii(string text) => System.Text.Ascii.IsValid(text) && Read(text) is not null;

    private static string? Label(string label) =>
        label.Length is 0 or > MaxLabel || label[0] == '-' ? null
        : System.Text.Ascii.IsValid(label) ? label == "*" || label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? label : null
        : Foreign(label.ToLowerInvariant());

    /// <summary>Only what both standards of such names spell alike is taken: no sign that is shown as another, none that one of them writes otherwise, nothing that is put together from parts.</summary>
    private static string? Foreign(string label)
    {
        if (label.EndsWith('-') || !label.EnumerateRunes().All(rune => rune.Value == '-' || IsLetter(System.Text.Rune.GetUnicodeCategory(rune))) || IsComposed(label))
        {
            return null;
        }

        try
        {
            var ascii = Mapping.GetAscii(label);
            return ascii.Length <= MaxLabel && ascii.StartsWith("xn--", StringComparison.Ordinal) && Mapping.GetUnicode(ascii).Equals(label, StringComparison.Ordinal) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLetter(UnicodeCategory category) => category is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    // The accents of Latin, Greek and Cyrillic letters have letters of their own; full-width and compatibility forms stand for others.
    private static bool IsComposed(string label) => label.Any(c => c is (>= '\u0300' and <= '\u036f') or (>= '\uf900' and <= '\ufdff') or (>= '\ufe20' and <= '\uffef') or 'ß' or 'ς');
}
