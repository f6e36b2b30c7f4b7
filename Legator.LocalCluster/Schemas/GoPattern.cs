using System.Text;
using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Schemas;

/// <summary>Go's regular expressions (RE2) on .NET's engine without backtracking, so that a pattern in a CRD cannot stall the server.</summary>
internal static class GoPattern
{
    /// <summary>Compiles a pattern; throws where the syntax is unknown.</summary>
    public static Regex Compile(string pattern) => new(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Says what is wrong with a pattern, in Go's words where it has some.</summary>
    public static string Explain(Exception problem, string pattern) => (problem as RegexParseException)?.Error switch
    {
        RegexParseError.UnterminatedBracket => $"missing closing ]: `{pattern[pattern.LastIndexOf('[')..]}`",
        RegexParseError.InsufficientClosingParentheses => $"missing closing ): `{pattern}`",
        RegexParseError.InsufficientOpeningParentheses => $"unexpected ): `{pattern}`",
        RegexParseError.QuantifierAfterNothing => $"missing argument to repetition operator: `{pattern[..1]}`",
        _ => problem.Message,
    };

    // The two dialects differ where it matters here: $ is the very end in Go, named groups are (?P<n>), POSIX classes exist.
    private static string Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                text.Append(c).Append(pattern[++i]);
            }
            else if (!inClass && c == '$')
            {
                text.Append("\\z");
            }
            else if (!inClass && pattern.AsSpan(i).StartsWith("(?P<", StringComparison.Ordinal))
            {
                text.Append("(?<");
                i += 3;
            }
            else if (inClass && PosixClass(pattern.AsSpan(i), out var length) is { } set)
            {
                text.Append(set);
                i += length - 1;
            }
            else
            {
                inClass = inClass ? c != ']' : c == '[';
                text.Append(c);
            }
        }
        return text.ToString();
    }

    private static string? PosixClass(ReadOnlySpan<char> rest, out int length)
    {
        foreach (var (name, set) in PosixClasses)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal))
            {
                length = name.Length;
                return set;
            }
        }
        length = 0;
        return null;
    }

    private static readonly (string Name, string Set)[] PosixClasses =
    [
        ("[:alpha:]", "a-zA-Z"), ("[:digit:]", "0-9"), ("[:alnum:]", "0-9a-zA-Z"), ("[:lower:]", "a-z"), ("[:upper:]", "A-Z"),
        ("[:space:]", "\\t\\n\\v\\f\\r "), ("[:xdigit:]", "0-9A-Fa-f"), ("[:word:]", "0-9A-Za-z_"), ("[:blank:]", "\\t "),
    ];
}
