using System.Collections.Frozen;
using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Azure;

/// <summary>A line of the command line, read from the very words that were judged: the command, and options with one value each.</summary>
/// <param name="Command">Groups and command, lower-case, one blank between.</param>
/// <param name="Options">Values by option, without the dashes.</param>
internal sealed record AzureLine(string Command, IReadOnlyDictionary<string, string> Options)
{
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string> { ["-g"] = "resource-group", ["-n"] = "name", ["-l"] = "location", ["-s"] = "server", ["-o"] = "output", ["-r"] = "registry", ["-z"] = "zone-name", ["-v"] = "vault-name", ["-a"] = "account-name" }.ToFrozenDictionary();

    // They take no value and say nothing about what is asked for.
    private static readonly string[] Idle = ["only-show-errors", "no-wait", "all"];

    /// <summary>Reads the words.</summary>
    /// <exception cref="ToolInputException">They are no such line.</exception>
    public static AzureLine Of(IReadOnlyList<string> words)
    {
        var path = words.TakeWhile(w => !w.StartsWith('-')).ToList();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = path.Count; i < words.Count; i++)
        {
            var (name, value) = Option(words[i]);
            if (Idle.Contains(name))
            {
                continue;
            }

            value ??= i + 1 < words.Count && !words[i + 1].StartsWith('-') ? words[++i] : throw Invalid($"The option --{name} has no value.");
            if (!options.TryAdd(name, value))
            {
                throw Invalid($"The option --{name} is there twice.");
            }

            if (i + 1 < words.Count && !words[i + 1].StartsWith('-'))
            {
                throw Invalid($"The option --{name} takes one value here.", "Quote a value that has blanks in it.");
            }
        }

        return path.Count > 0 ? new AzureLine(string.Join(' ', path).ToLowerInvariant(), options) : throw Invalid("The line does not begin with a command.", "Write {\"group\": \"vm\", \"command\": \"list\", \"args\": \"…\"}.");
    }

    public static ToolInputException Invalid(string message, string? remedy = null) => new(GuardrailReason.InvalidArguments, message, remedy);

    private static (string Name, string? Value) Option(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        var value = equals < 0 ? null : word[(equals + 1)..];
        return name.StartsWith("--", StringComparison.Ordinal) ? (name[2..], value) : Short.TryGetValue(name, out var full) ? (full, value) : throw Invalid($"There is no option {name} here.", "Write options in full.");
    }
}
