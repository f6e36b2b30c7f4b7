using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Words of commands that talk to other machines in which the environment's secrets, or what a command prints, would leave: <c>https://x/?k=$AWS_SECRET_ACCESS_KEY</c>, <c>$(whoami).x.example</c>.</summary>
internal static class SentSecrets
{
    private static readonly string[] Always = ["SECRET", "PASSW", "PASSPHRASE", "CREDENTIAL", "PRIVATE", "DATABASE_URL", "PWD_", "_DSN", "CONNECTION_STRING", "AWS_", "VAULT_", "PGPASS", "MYSQL_PWD"];

    private static readonly string[] Often = ["TOKEN", "KEY", "COOKIE", "SESSION", "AUTH"];

    // Where a server asks for one by its name, it is who is asking that is told.
    private static readonly string[] Asked = ["token=", "key=", "auth=", "sig=", "signature=", "apikey="];

    private static readonly FrozenSet<string> Spoken = FrozenSet.ToFrozenSet(["-A", "--user-agent", "-e", "--referer", "-U", "-H", "--header"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["dig", "host", "nslookup", "delv", "drill", "kdig", "ping", "ping6", "fping", "traceroute", "traceroute6", "tracepath", "mtr", "getent", "resolvectl", "curl", "wget", "nc", "ncat", "openssl", "whois"], StringComparer.Ordinal);

    /// <summary>True when a word tells a secret, or carries text in the name of a host.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="words">The command's words as written.</param>
    /// <param name="at">Which of them.</param>
    public static bool Tells(WalkState walk, IReadOnlyList<ParsedWord> words, int at)
    {
        if (at == 0 || words[0].Literal is not { } name || !(TalkingCommands.Contains(name) || Names.Contains(name)))
        {
            return false;
        }

        var pieces = words[at].Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            var next = Text(pieces, i, 1);
            if (pieces[i] is ParameterPiece parameter && walk.Shell.Variable(parameter.Name) is null && ((IsSecret(parameter.Name, Text(pieces, i, -1)) && IsSpoken(name, words, at, next)) || (Names.Contains(name) && IsLabel(pieces, i, next) && parameter.Name != "HOSTNAME")))
            {
                return true;
            }

            if (pieces[i] is CommandPiece command && Names.Contains(name) && IsLabel(pieces, i, next) && !IsHost(command))
            {
                return true;
            }
        }

        return false;
    }

    // A name in a URL or a sentence about who is asking; what is given as a credential is for that.
    private static bool IsSpoken(string name, IReadOnlyList<ParsedWord> words, int at, string next)
    {
        var source = words[at].Source;
        var before = words[at - 1].Literal;
        return before is not null && Spoken.Contains(before) ? !IsCredential(source)
            : !next.StartsWith('@') && (source.Contains("://", StringComparison.Ordinal) || source.Contains('?', StringComparison.Ordinal) || (Names.Contains(name) && next.StartsWith('.')));
    }

    private static bool IsCredential(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        var named = colon < 0 ? "" : header[..colon];
        return named.Contains("auth", StringComparison.OrdinalIgnoreCase) || named.Contains("token", StringComparison.OrdinalIgnoreCase) || named.Contains("key", StringComparison.OrdinalIgnoreCase)
            || named.Contains("cookie", StringComparison.OrdinalIgnoreCase) || named.Contains("secret", StringComparison.OrdinalIgnoreCase) || named.Contains("pass", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSecret(string name, string before)
    {
        var upper = name.ToUpperInvariant();
        return Array.Exists(Always, sign => upper.Contains(sign, StringComparison.Ordinal)) && !upper.EndsWith("_ADDR", StringComparison.Ordinal) && !upper.EndsWith("REGION", StringComparison.Ordinal)
            || (Array.Exists(Often, sign => upper.Contains(sign, StringComparison.Ordinal)) && !Array.Exists(Asked, asked => before.EndsWith(asked, StringComparison.OrdinalIgnoreCase)));
    }

    // $(id -un).x.example: text that stands in front of somebody's domain is told to whoever answers for it.
    private static bool IsLabel(IReadOnlyList<WordPiece> pieces, int at, string next)
    {
        var before = Text(pieces, at, -1);
        var slash = before.LastIndexOf('/');
        return next.Length > 4 && next[0] is '.' or '-' && next.AsSpan(1).Contains('.') && char.IsAsciiLetter(next[1]) && !before.Contains('?', StringComparison.Ordinal)
            && (slash < 0 || before.EndsWith("://", StringComparison.Ordinal));
    }

    private static bool IsHost(CommandPiece command) => command.Source.TrimStart('$', '(', '`', ' ').StartsWith("hostname", StringComparison.Ordinal);

    private static string Text(IReadOnlyList<WordPiece> pieces, int at, int step)
    {
        var i = at + step;
        while (i >= 0 && i < pieces.Count && pieces[i] is LiteralPiece { Text: "" })
        {
            i += step;
        }

        return i >= 0 && i < pieces.Count && pieces[i] is LiteralPiece literal ? literal.Text : "";
    }
}
