using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Follows what a line reads from files and the environment to commands that talk to other machines: a question that carries it tells it to whoever is asked.</summary>
internal static class SentContents
{
    private const string Effect = "what was read from files or the environment is sent to another machine";

    private static readonly FrozenSet<string> Wrappers = FrozenSet.ToFrozenSet(
        ["sudo", "doas", "timeout", "time", "nice", "ionice", "env", "xargs", "watch", "command", "builtin", "exec", "nohup", "stdbuf", "setsid", "busybox", "flock", "parallel", "chronic", "unbuffer", "torsocks", "proxychains"], StringComparer.Ordinal);

    // These ask about a name or an address: one that is the whole argument is what they are for.
    private static readonly FrozenSet<string> Asking = FrozenSet.ToFrozenSet(
        ["dig", "host", "nslookup", "delv", "drill", "kdig", "whois", "ping", "ping6", "fping", "fping6", "traceroute", "traceroute6", "tracepath", "tracepath6", "tcptraceroute", "mtr", "nc", "ncat", "netcat", "getent", "resolvectl", "systemd-resolve", "nmap", "arping"], StringComparer.Ordinal);

    /// <summary>Takes note of contents that a command prints.</summary>
    public static void Note(WalkState walk, IReadOnlyList<ShellWord> words, IReadOnlyList<ProposedAction> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            Note(walk, found[i]);
        }

        walk.Contents += ContentSources.Prints(words) ? 1 : 0;
    }

    /// <summary>Takes note of a file that is read.</summary>
    public static void Note(WalkState walk, ProposedAction action)
    {
        if (ContentSources.PathOf(action) is not { Length: > 0 } path || ContentSources.IsFact(path))
        {
            return;
        }

        walk.Contents++;
        walk.Lists += ContentSources.IsList(path) ? 1 : 0;
    }

    /// <summary>A variable holds contents from now on.</summary>
    public static void Keep(WalkState walk, string name) => (walk.Laden ??= new(StringComparer.Ordinal)).Add(name);

    /// <summary>An expansion of a variable that may hold contents.</summary>
    public static void Expanded(WalkState walk, string name) => walk.Contents += walk.Laden?.Contains(name) == true ? 1 : 0;

    /// <summary>True when a word that was just walked carries contents, beyond being the one name that the command asks about.</summary>
    /// <param name="walk">The walk, after the word.</param>
    /// <param name="word">The word.</param>
    /// <param name="command">The command's words as written.</param>
    /// <param name="contents">How many contents there were before the word.</param>
    /// <param name="unlisted">The same, without lists of names.</param>
    public static bool Carries(WalkState walk, ParsedWord word, IReadOnlyList<ParsedWord> command, int contents, int unlisted) =>
        walk.Contents > contents
        && !(Whole(word) is { } piece && command.Any(w => w.Literal is { } name && Asking.Contains(Name(name))) && (piece is ParameterPiece || walk.Unlisted == unlisted));

    /// <summary>Judges a command whose words carry contents: it may tell them to another machine, or keep them in variables.</summary>
    public static void Judge(WalkState walk, List<ShellWord> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        if (Talks(words))
        {
            Tell(walk, words);
        }

        var name = words[0].Literal ?? "";
        if (name == "set" || walk.Shell.Function(name) is not null)
        {
            Array.ForEach(["@", "*", "1", "2", "3", "4", "5", "6", "7", "8", "9"], parameter => Keep(walk, parameter));
        }
        else if (name is "export" or "declare" or "typeset" or "local" or "readonly" or "printf" or "read" or "mapfile" or "readarray")
        {
            KeepNamed(walk, words);
        }
    }

    /// <summary>Judges a command that finds contents on its standard input, or in a file of words that it is given.</summary>
    public static void JudgeInput(WalkState walk, List<ShellWord> words)
    {
        var name = words[0].Literal ?? "";
        if (name is "read" or "mapfile" or "readarray")
        {
            Array.ForEach(["REPLY", "MAPFILE"], variable => Keep(walk, variable));
            KeepNamed(walk, words);
        }
        else if (Talks(words) && (words.Exists(TakesInput) || (words.Exists(w => w.Literal is "xargs" or "parallel") && (!words.Exists(IsAsking) || words.Exists(Glues)))))
        {
            Tell(walk, words);
        }
    }

    // curl -H @-, -d @-, -T -
    private static bool TakesInput(ShellWord word) => word.Prefix.Contains("@-", StringComparison.Ordinal) || word.Prefix.Contains("@/dev/stdin", StringComparison.Ordinal) || word.Prefix.Contains("<-", StringComparison.Ordinal);

    private static bool IsAsking(ShellWord word) => word.Literal is { } text && Asking.Contains(Name(text));

    // A place for what xargs fills in that is not a word of its own.
    private static bool Glues(ShellWord word) =>
        word.Literal is { Length: > 2 } text && !text.StartsWith("-I", StringComparison.Ordinal) && !text.StartsWith("-i", StringComparison.Ordinal) && (text.Contains("{}", StringComparison.Ordinal) || text.AsSpan().IndexOfAny("%@_") >= 0 && text.Contains('.', StringComparison.Ordinal));

    private static void KeepNamed(WalkState walk, List<ShellWord> words)
    {
        foreach (var word in words.Skip(1))
        {
            var name = word.Prefix.Split('=', '+', '[')[0];
            if (Characters.IsName(name))
            {
                Keep(walk, name);
            }
        }
    }

    private static bool Talks(List<ShellWord> words) =>
        words[0].Literal is { } name && (TalkingCommands.Contains(name) || (Wrappers.Contains(Name(name)) && words.Skip(1).Any(w => w.Literal is { } word && TalkingCommands.Contains(word))));

    private static void Tell(WalkState walk, List<ShellWord> words) => walk.AddUnsafe("send", string.Join(' ', words), Effect);

    private static string Name(string word) => word[(word.LastIndexOf('/') + 1)..];

    // The one expansion that a word is; null for a word of several pieces.
    private static WordPiece? Whole(ParsedWord word)
    {
        WordPiece? only = null;
        foreach (var piece in word.Pieces)
        {
            if (piece is LiteralPiece { Text: "" })
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = piece;
        }

        return only is CommandPiece or ParameterPiece ? only : null;
    }
}
