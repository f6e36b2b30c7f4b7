using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Tells what holds contents that are nobody else's business from what only says which machine this is, or which others are asked.</summary>
internal static class ContentSources
{
    private static readonly FrozenSet<string> Printers = FrozenSet.ToFrozenSet(["printenv", "history", "journalctl", "mysql", "mariadb", "psql", "sqlite3", "redis-cli", "mongo", "mongosh", "crontab", "ssh-add", "dmesg", "ls", "dir", "find", "tree", "w", "who", "last", "lastb", "lastlog", "ss", "netstat", "lsof"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Facts = FrozenSet.ToFrozenSet(["/etc/hostname", "/etc/hosts", "/etc/resolv.conf", "/etc/timezone", "/etc/debian_version", "/etc/mailname", "/etc/nsswitch.conf"], StringComparer.Ordinal);

    private static readonly string[] FactPlaces = ["/proc/sys/", "/proc/net/", "/proc/uptime", "/proc/loadavg", "/proc/meminfo", "/proc/cpuinfo", "/proc/version", "/sys/", "/dev/"];

    private static readonly string[] ListNames = ["host", "server", "node", "domain", "url", "endpoint", "target", "site", "ips", "addresses", "fqdn", "inventory", "names", "zones", "peers", "list"];

    /// <summary>The path of a file that an action reads; null for any other action.</summary>
    public static string? PathOf(ProposedAction action)
    {
        if (action.Verb != "read")
        {
            return null;
        }

        var text = action.Target.Text;
        var path = text.IndexOf(':', StringComparison.Ordinal) + 1;
        return path < text.Length && !char.IsAsciiLetterOrDigit(text[path]) && text[path] is '/' or '~' or '*' or '<' or '.' or '?' ? text[path..] : null;
    }

    /// <summary>True for files that say only what the machine is and how it is.</summary>
    public static bool IsFact(string path) =>
        Facts.Contains(path) || path.EndsWith("-release", StringComparison.Ordinal) || path.EndsWith(".pid", StringComparison.Ordinal) || Array.Exists(FactPlaces, place => path.StartsWith(place, StringComparison.Ordinal));

    /// <summary>True for a file that is named as a list of those that are to be asked.</summary>
    public static bool IsList(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return !path.Contains("/.", StringComparison.Ordinal) && Array.Exists(ListNames, sign => name.Contains(sign, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for commands that print the environment, or what others have stored, without a file being named.</summary>
    public static bool Prints(IReadOnlyList<ShellWord> words)
    {
        var name = words[0].Literal ?? "";
        name = name[(name.LastIndexOf('/') + 1)..];
        return name switch
        {
            "env" => words.Skip(1).All(w => w.Prefix is ['-', ..] || w.Prefix.Contains('=', StringComparison.Ordinal)),
            "set" or "export" or "declare" or "typeset" or "readonly" or "compgen" => words.Skip(1).All(w => w.Prefix is ['-', ..]),
            "ps" => words.Skip(1).Any(w => w.Prefix is [not '-', ..] && w.Prefix.Contains('e', StringComparison.Ordinal)),
            "git" => words.Any(w => w.Literal is "show" or "diff" or "cat-file" or "grep" or "blame" or "log"),
            "id" or "whoami" => words.Count == 1,
            "getent" => words.Any(w => w.Literal is "passwd" or "group"),
            "nginx" => words.Any(w => w.Literal is "-T"),
            "systemctl" => words.Any(w => w.Literal is "cat" or "show-environment" || w.Prefix.Contains("Environment", StringComparison.Ordinal)),
            "kubectl" => OfCluster(words),
            "docker" or "podman" or "nerdctl" or "crictl" => words.Any(w => w.Literal is "logs") || (words.Any(w => w.Literal is "inspect") && !Picks(words)),
            _ => Printers.Contains(name),
        };
    }

    private static bool OfCluster(IReadOnlyList<ShellWord> words) =>
        words.Any(w => w.Literal is "logs" or "exec" or "yaml" or "json" or "-oyaml" or "-ojson" or "--raw" || w.Prefix.EndsWith("=yaml", StringComparison.Ordinal) || w.Prefix.EndsWith("=json", StringComparison.Ordinal) || w.Prefix.Contains(".data", StringComparison.Ordinal) || w.Prefix.Contains(".env", StringComparison.Ordinal));

    private static bool Picks(IReadOnlyList<ShellWord> words) =>
        words.Any(w => w.Prefix.Contains("{{", StringComparison.Ordinal)) && !words.Any(w => w.Prefix.Contains("Env", StringComparison.OrdinalIgnoreCase) || w.Prefix.Contains("json", StringComparison.Ordinal));
}
