using System.Buffers;
using System.Text;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>Splits a kubectl line into words as a shell would, as long as a shell would do nothing else with it than to pipe it on. What else a shell would act on (expansions, redirections, comments) makes it unreadable: whether a shell will see the line is not known.</summary>
internal static class KubectlWords
{
    private const int MaxLength = 100_000;

    // What no shell acts on, wherever it stands in a word.
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,@+%");

    private static readonly string[] Silences = ["2>/dev/null", "2> /dev/null", "2>&1"];

    /// <summary>The words of a line up to its first pipe.</summary>
    /// <param name="line">A line without its shell prompt; blanks around it do not matter.</param>
    /// <param name="rest">What stands behind the pipe; null when there is none.</param>
    /// <param name="problem">Why there are no words; null on success.</param>
    public static List<string>? Split(string line, out string? rest, out string? problem)
    {
        var text = line.AsSpan().Trim(" \t\r\n");
        rest = null;
        problem = text.Length > MaxLength ? $"The line is longer than {MaxLength} characters." : null;
        var words = new List<string>();
        StringBuilder? word = null;
        var at = 0;
        while (problem is null && rest is null && at < text.Length)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
            }
            else if (StartsContinuation(text, at, out var length) || IsSilence(text, at, out length))
            {
                at += length;
            }
            else if (text[at] == '#')
            {
                problem = "The line has a comment, and whether it is one depends on a shell.";
            }
            else if (text[at] == '|' && at + 1 < text.Length && text[at + 1] is not ('|' or '&'))
            {
                rest = text[(at + 1)..].ToString();
            }
            else
            {
                var plain = text[at..].IndexOfAnyExcept(Plain);
                plain = plain < 0 ? text.Length - at : plain;
                if (plain > 0 && (at + plain == text.Length || text[at + plain] is ' ' or '\t'))
                {
                    words.Add(text.Slice(at, plain).ToString());
                    at += plain;
                    continue;
                }

                word ??= new StringBuilder();
                word.Clear();
                problem = ReadWord(text, ref at, word);
                words.Add(word.ToString());
            }
        }

        return problem is null ? words : null;
    }

    /// <summary>Sends what goes wrong nowhere, or where all else goes.</summary>
    private static bool IsSilence(ReadOnlySpan<char> text, int at, out int length)
    {
        foreach (var silence in Silences)
        {
            length = silence.Length;
            if (text[at..].StartsWith(silence) && (at + length == text.Length || text[at + length] is ' ' or '\t' or '|'))
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    private static string? ReadWord(ReadOnlySpan<char> text, ref int at, StringBuilder word)
    {
        var braces = 0;
        while (at < text.Length && text[at] is not (' ' or '\t') && !(text[at] == '|' && at + 1 < text.Length && text[at + 1] is not ('|' or '&')))
        {
            var character = text[at];
            var problem = character switch
            {
                '\'' => ReadSingle(text, ref at, word),
                '"' => ReadDouble(text, ref at, word),
                '\\' => ReadEscape(text, ref at, word),
                _ => ReadPlain(text, ref at, word, ref braces),
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? ReadPlain(ReadOnlySpan<char> text, ref int at, StringBuilder word, ref int braces)
    {
        var character = text[at++];
        if (character is ';' or '|' or '&' or '<' or '>' or '`' or '$' or '(' or ')' or '\n' or '\r' or '\0')
        {
            return character is '\n' or '\r' ? "The call holds several lines." : $"A shell would act on '{character}'.";
        }

        braces += character switch { '{' => 1, '}' => -1, _ => 0 };
        if (character == ',' && braces > 0)
        {
            return "A shell would make several words of '{…,…}'.";
        }

        word.Append(character);
        return null;
    }

    private static string? ReadSingle(ReadOnlySpan<char> text, ref int at, StringBuilder word)
    {
        var length = text[(at + 1)..].IndexOf('\'');
        if (length < 0)
        {
            return "A quote is not closed.";
        }

        word.Append(text.Slice(at + 1, length));
        at += length + 2;
        return null;
    }

    private static string? ReadDouble(ReadOnlySpan<char> text, ref int at, StringBuilder word)
    {
        for (at++; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '"';
            switch (text[at])
            {
                case '"':
                    at++;
                    return null;
                case '\\' when next is '"' or '\\' or '$' or '`':
                    word.Append(next);
                    at++;
                    break;
                case '\\' when next is '\n':
                    at++;
                    break;
                case '`' or '\0':
                case '$' when char.IsAsciiLetterOrDigit(next) || next is '_' or '(' or '{' or '[' or '@' or '*' or '#' or '?' or '$' or '!' or '-':
                    return $"A shell would act on '{text[at]}'.";
                default:
                    word.Append(text[at]);
                    break;
            }
        }

        return "A quote is not closed.";
    }

    private static string? ReadEscape(ReadOnlySpan<char> text, ref int at, StringBuilder word)
    {
        if (StartsContinuation(text, at, out var length))
        {
            at += length;
            return null;
        }

        if (at + 1 >= text.Length)
        {
            return "The line ends with a backslash.";
        }

        word.Append(text[at + 1]);
        at += 2;
        return null;
    }

    private static bool StartsContinuation(ReadOnlySpan<char> text, int at, out int length)
    {
        length = text[at..].StartsWith("\\\n") ? 2 : text[at..].StartsWith("\\\r\n") ? 3 : 0;
        return length > 0;
    }
}
