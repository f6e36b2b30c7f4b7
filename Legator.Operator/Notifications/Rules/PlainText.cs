using System.Text;
using Legator.Core.Redaction;

namespace Legator.Operator.Notifications.Rules;

/// <summary>Words of agents and tools, made fit for a message: without secrets, without what would hide or turn round other words, and bounded.</summary>
internal static class PlainText
{
    /// <summary>Text of several lines.</summary>
    public static string Of(string text, int limit) => Cut(Clean(Redactor.Default.Redact(text), keepLines: true).Trim(), limit);

    /// <summary>Text of one line.</summary>
    public static string LineOf(string text, int limit) => Cut(Clean(Redactor.Default.Redact(text), keepLines: false).Trim(), limit);

    /// <summary>Cuts a text and says so; never splits a character.</summary>
    public static string Cut(string text, int limit) => text.Length <= limit ? text : $"{text[..(char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1)]}…";

    /// <summary>Words that chats would take for a mention or a command are parted by a character that nobody sees.</summary>
    public static string Defused(string text)
    {
        var defused = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            defused.Append(text[i]);
            var command = text[i] == '/' && (i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or ':' or '.' or '-' or '_'));
            if ((text[i] is '@' || command) && i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '_'))
            {
                defused.Append('\u200b');
            }
        }

        return defused.ToString();
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case System.Globalization.UnicodeCategory.Control when rune.Value == '\n' && keepLines:
                    clean.Append('\n');
                    break;
                case System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned:
                    // Among them what turns the direction of writing round, and tags.
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.ToString();
    }
}
