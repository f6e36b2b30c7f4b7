using System.Text;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>Splits a kubectl line into words as a shell would, as long as a shell would do nothing else with it. What a shell would act on (pipes, expansions, comments) ends the reading: whether a shell will see the line is not known.</summary>
internal static class KubectlWords
{
    private const int MaxLength = 100_000;

    /// <summary>The words of a line.</summary>
    /// <param name="line">A line without its shell prompt; blanks around it do not matter.</param>
    /// <param name="problem">Why there are none; null on success.</param>
    public static List<string>? Split(string line, out string? problem)
    {
        var text = line.AsSpan().Trim(" \t\r\n");
        problem = text.Length > MaxLength ? $"The line is longer than {MaxLength} characters." : null;
        if (problem is not null)
        {
            return null;
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var at = 0;
        while (problem is null && at < text.Length)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
            }
            else if (StartsContinuation(text, at, out var length))
            {
                at += length;
            }
            else if (text[at] == '#')
            {
                problem = "The line has a comment, and whether it is one depends on a shell.";
            }
            else
            {
                word.Clear();
                problem = ReadWord(text, ref at, word);
                words.Add(word.ToString());
            }
        }

        return problem is null ? words : null;
    }

    private static string? ReadWord(ReadOnlySpan<char> text, ref int at, StringBuilder word)
    {
        var braces = 0;
        while (at < text.Length && text[at] is not (' ' or '\t'))
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
