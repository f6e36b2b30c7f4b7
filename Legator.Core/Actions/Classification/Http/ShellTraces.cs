using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Values in which a shell, a template or whoever fills in variables would find something to run or to tell: <c>1.1.1.1|id</c>, <c>`id`</c>, <c>$AWS_SECRET_ACCESS_KEY</c>.</summary>
internal static class ShellTraces
{
    private static readonly FrozenSet<string> Commands = FrozenSet.ToFrozenSet(
        ["id", "cat", "whoami", "wget", "curl", "nc", "ncat", "bash", "sh", "rm", "uname", "reboot", "shutdown", "ls", "sleep", "python", "python3", "perl", "powershell", "cmd", "touch", "nslookup", "ping", "env", "printenv", "telnetd", "dir", "type", "halt", "kill"],
        StringComparer.OrdinalIgnoreCase);

    // These do something by themselves.
    private static readonly FrozenSet<string> Alone = FrozenSet.ToFrozenSet(["id", "whoami", "ls", "dir", "uname", "reboot", "shutdown", "halt", "env", "printenv", "bash", "sh", "telnetd"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Secrets = ["SECRET", "PASSW", "TOKEN", "_KEY", "CREDENTIAL", "PRIVATE", "AWS_", "APIKEY"];

    /// <summary>What the value would do; null when it is just text.</summary>
    public static string? Why(string value)
    {
        var at = value.AsSpan().IndexOfAny("`$|;&{\n");
        if (at < 0)
        {
            return null;
        }

        return Backticks(value) ? "holds a command of a shell"
            : Runs(value.AsSpan(at)) ? "holds a command behind a sign that joins commands"
            : Tells(value) ? "names a variable that holds a secret"
            : value.Contains("{{", StringComparison.Ordinal) && (value.Contains("secret", StringComparison.OrdinalIgnoreCase) || value.Contains(".env", StringComparison.OrdinalIgnoreCase) || value.Contains("env.", StringComparison.OrdinalIgnoreCase) || value.Contains("config.", StringComparison.Ordinal) || value.Contains('*', StringComparison.Ordinal)) ? "holds code of a template"
            : null;
    }

    private static bool Backticks(string value)
    {
        var first = value.IndexOf('`', StringComparison.Ordinal);
        var second = first < 0 ? -1 : value.IndexOf('`', first + 1);
        return second > first + 1 && Commands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(First(value.AsSpan(first + 1)));
    }

    private static bool Runs(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('|' or ';' or '&' or '\n'))
            {
                continue;
            }

            var rest = text[(i + 1)..].TrimStart("|& ");
            var word = First(rest);
            if (word.Length > 0 && Commands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && (word.Length == rest.Length ? Alone.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) : rest[word.Length] is ' ' or ';' or '|' or '&' or '#' or '\n' or '$' or '>' or '<'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Tells(string value)
    {
        var at = value.IndexOf('$', StringComparison.Ordinal);
        while (at >= 0 && at + 2 < value.Length)
        {
            var start = value[at + 1] == '{' ? at + 2 : at + 1;
            var end = start;
            while (end < value.Length && (char.IsAsciiLetterUpper(value[end]) || char.IsAsciiDigit(value[end]) || value[end] == '_'))
            {
                end++;
            }

            if (end - start > 3 && (start == at + 2 || Array.Exists(Secrets, sign => value.AsSpan(start, end - start).Contains(sign, StringComparison.Ordinal))))
            {
                return true;
            }

            at = value.IndexOf('$', at + 1);
        }

        return false;
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
    {
        text = text[Math.Min(text.Length, text.LastIndexOf('/') is var slash && slash > 0 && text[..slash].StartsWith("/") && !text[..slash].Contains(' ') ? slash + 1 : 0)..];
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[..end];
    }
}
