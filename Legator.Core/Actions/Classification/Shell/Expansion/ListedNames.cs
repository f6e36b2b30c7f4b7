using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Commands that print one plain name a line: letters and digits at its beginning, no blank in it. Whatever runs for each line gets one word, and no option.</summary>
internal static class ListedNames
{
    private const string Name = "metadata.name";

    /// <summary>True when every line of the command's output is such a name.</summary>
    public static bool Are(SimpleCommand command) => Words(command) switch
    {
        ["kubectl", "api-resources", ..] => true,
        ["kubectl", .. var words] => OfCluster(words) is "name" or "jsonpath={range .items[*]}{." + Name + "}{\"\\n\"}{end}",
        ["docker" or "podman" or "nerdctl", "ps", .. var options] => OfContainers(options),
        ["crictl", "ps" or "pods", "-q" or "-aq" or "--quiet"] => true,
        ["lsblk", "-dno" or "-ndo", "NAME" or "name"] => true,
        ["pgrep" or "pidof", ..] => KnownOutput.IsTame(new CommandList([new ListEntry(command, ListJoint.Sequence)])),
        _ => false,
    };

    /// <summary>True when the command lets through whole lines, or words of them, and nothing of its own.</summary>
    public static bool AreKeptBy(SimpleCommand command) => Words(command) switch
    {
        ["head" or "tail"] or ["head" or "tail", ['-', >= '0' and <= '9', ..]] or ["head" or "tail", "-n", _] => true,
        ["sort" or "uniq"] or ["sort" or "uniq", "-u"] or ["sort", "-r" or "-V"] => true,
        ["grep" or "egrep", [not '-', ..]] or ["grep" or "egrep", "-v" or "-E" or "-i" or "-F" or "-w" or "-vE" or "-Ev" or "-iE" or "-vi", [not '-', ..]] => true,
        _ => false,
    };

    /// <summary>True when the first command prints such names in one line, which the second one breaks between them.</summary>
    public static bool AreBroken(SimpleCommand command, SimpleCommand next) =>
        Words(command) is ["kubectl", .. var words] && OfCluster(words) is "jsonpath={.items[*]." + Name + "}" && Words(next) is ["tr", " ", "\\n"];

    /// <summary>True for the output of kubectl that is bare names and blanks between them, lines without a name too.</summary>
    public static bool IsBare(string output) =>
        output.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal) is "jsonpath={.items[*]." + Name + "}" or "jsonpath={.items[0]." + Name + "}" or "custom-columns=:" + Name or "custom-columns=:." + Name;

    private static string[] Words(SimpleCommand command) =>
        command is { Assignments.Count: 0, Redirections.Count: 0 } && command.Words.All(w => w.Literal is not null) ? [.. command.Words.Select(w => w.Literal!)] : [];

    // What follows the one "-o" of a "kubectl get"; null for anything else.
    private static string? OfCluster(string[] words)
    {
        string? output = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "-o" or "--output" && i + 1 < words.Length && output is null)
            {
                output = words[++i];
            }
            else if (words[i].StartsWith("-o", StringComparison.Ordinal) || words[i].StartsWith("--o", StringComparison.Ordinal) || words[i].StartsWith("--template", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return words.Count(w => w is "get") == 1 ? output : null;
    }

    private static bool OfContainers(string[] words) => words switch
    {
        ["-q" or "-aq" or "-qa" or "--quiet"] or ["-q" or "-aq" or "-qa" or "--quiet", "--filter" or "-f", [not '-', ..]] => true,
        ["--format", "{{.Names}}" or "{{.ID}}"] or ["-a", "--format", "{{.Names}}" or "{{.ID}}"] => true,
        _ => false,
    };
}
