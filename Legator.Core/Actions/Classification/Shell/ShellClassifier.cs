using System.Text.Json;
using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Walking;

namespace Legator.Core.Actions.Classification.Shell;

/// <summary>
/// Says what a command line on a host would do. Every simple command of the line is judged, wherever it stands.
/// A target is spelled <c>host:command line</c>, and <c>host:path</c> where a file is read or written; patterns may leave the host out: <c>systemctl restart nginx</c>, <c>/etc/passwd</c>.
/// </summary>
public sealed class ShellClassifier : ICallClassifier
{
    /// <summary>Programs cannot be handed a longer argument on Linux, so that no shell would ever be given a longer line.</summary>
    private const int LongestLine = 128 * 1024;

    private static readonly HostRules Strictest = new();

    /// <inheritdoc />
    public string Domain => ShellActions.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => string.Equals(tool, "ssh.exec", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return Incomplete();
        }

        JsonElement host = default, command = default;
        string? stranger = null;
        foreach (var member in arguments.EnumerateObject())
        {
            if (member.NameEquals("command"u8))
            {
                command = member.Value;
            }
            else if (member.NameEquals("host"u8))
            {
                host = member.Value;
            }
            else if (!member.NameEquals("timeout"u8))
            {
                stranger ??= member.Name;
            }
        }

        return host.ValueKind != JsonValueKind.String || command.ValueKind != JsonValueKind.String ? Incomplete()
            : stranger is not null ? CallClassification.Invalid($"There is no argument '{stranger}': ssh.exec takes host, command and timeout.")
            : Classify(host.GetString()!, command.GetString()!, context);
    }

    /// <summary>Says what a line would do.</summary>
    /// <param name="host">Name of the host in the environment.</param>
    /// <param name="line">The command line, as a shell would get it.</param>
    /// <param name="context">What is known of the estate.</param>
    public static CallClassification Classify(string host, string line, ClassificationContext context)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return CallClassification.Invalid("The command is empty.");
        }

        if (line.Length > LongestLine)
        {
            return CallClassification.Unreadable($"The command is longer than {LongestLine} characters, which no shell can be given.");
        }

        var parsed = ShellParser.Parse(line);
        if (parsed.Program is null)
        {
            return CallClassification.Unreadable("The command cannot be read as a shell would: " + parsed.Problem);
        }

        var rules = context.Hosts.TryGetValue(host, out var found) ? found : Strictest;
        var actions = LineWalker.Walk(host, rules, parsed.Readings);
        return actions is null ? CallClassification.Unreadable("The command runs too many commands to be judged.")
            : actions.Count > 0 ? CallClassification.Of(PipedRemovals.Raise(actions))
            : CallClassification.Of(ShellActions.Of(Nowhere(host, rules), "run", line.Trim(), RiskTier.Read));
    }

    private static CallClassification Incomplete() => CallClassification.Invalid("ssh.exec takes the strings 'host' and 'command'.");

    // Nothing but assignments, tests and the like.
    private static ShellScope Nowhere(string host, HostRules rules) =>
        new() { Host = host, Rules = rules, JudgeWords = (_, _) => [], JudgeText = (_, _) => [] };
}
