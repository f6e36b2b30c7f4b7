using System.Collections.Frozen;
using System.Text;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>SPARQL as far as it has to be read to tell a question from an update.</summary>
internal static class TripleText
{
    private static readonly FrozenSet<string> Graphs = FrozenSet.ToFrozenSet(["graph", "default", "named", "all", "silent"]);

    /// <summary>The text without its comments. A hash in the name of something or in a literal begins none.</summary>
    public static string Plain(string text)
    {
        // Long literals and escapes would have to be read to know where they end.
        if (!text.Contains('#', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal) || text.Contains("\"\"\"", StringComparison.Ordinal) || text.Contains("'''", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var until = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (until != '\0')
            {
                until = c == until || (until == '>' && (char.IsWhiteSpace(c) || c is '{')) || (until is '"' or '\'' && c == '\n') ? '\0' : until;
            }
            else if (c == '#')
            {
                while (i < text.Length && text[i] is not ('\n' or '\r'))
                {
                    i++;
                }

                plain.Append('\n');
                continue;
            }
            else
            {
                until = c is '<' ? '>' : c is '"' or '\'' ? c : '\0';
            }

            plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>The text without comments and without what stands in literals, as far as their ends are certain.</summary>
    public static string Words(string text)
    {
        var plain = Plain(text);
        if (!plain.AsSpan().ContainsAny('"', '\'') || plain.AsSpan().ContainsAny('\\', '#') || plain.Contains("\"\"", StringComparison.Ordinal) || plain.Contains("''", StringComparison.Ordinal))
        {
            return plain;
        }

        var words = new StringBuilder(plain.Length);
        var until = '\0';
        foreach (var c in plain)
        {
            if (until == '\0' && c is '"' or '\'')
            {
                until = c;
            }
            else if (c == until)
            {
                until = '\0';
            }
            else if (until == '\0')
            {
                words.Append(c);
            }
            else if (c is '\n' or '\r')
            {
                return plain;
            }
        }

        return until == '\0' ? words.ToString() : plain;
    }

    /// <summary>True for an update: behind its prologue stands <c>INSERT DATA</c>, <c>CLEAR GRAPH</c> or what else changes triples.</summary>
    public static bool IsUpdate(string text)
    {
        var rest = Plain(text).AsSpan().TrimStart();
        while (Starts(rest, "prefix") || Starts(rest, "base"))
        {
            var end = rest.IndexOf('>');
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + 1)..].TrimStart();
        }

        var first = Word(rest, out var behind);
        var second = Word(behind, out _);
        var opens = behind.Length > 0 && behind[0] is '<' or '{' or ':';
        return first switch
        {
            "insert" => second is "data" || opens,
            "delete" => second is "data" or "where" || opens,
            "load" or "create" or "clear" or "drop" or "add" or "move" or "copy" => (behind.Length > 0 && behind[0] is '<') || Graphs.Contains(second),
            "with" => behind.Length > 0 && behind[0] is '<',
            _ => false,
        };
    }

    private static bool Starts(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && (char.IsWhiteSpace(text[word.Length]) || text[word.Length] is '<' or ':');

    private static string Word(ReadOnlySpan<char> text, out ReadOnlySpan<char> behind)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        behind = text[end..].TrimStart();
        return end is > 0 and < 12 ? text[..end].ToString().ToLowerInvariant() : "";
    }
}
