using Legator.Core.Guardrails;

namespace Legator.Runner.Tools.Aws;

/// <summary>A line of the command line, read from the very words that were judged: service, operation, and options with their values.</summary>
/// <param name="Service">Service.</param>
/// <param name="Operation">Operation.</param>
/// <param name="Operands">Words before the first option.</param>
/// <param name="Options">Values by option, without the dashes.</param>
internal sealed record AwsLine(string Service, string Operation, IReadOnlyList<string> Operands, IReadOnlyDictionary<string, IReadOnlyList<string>> Options)
{
    /// <summary>Reads the words.</summary>
    /// <exception cref="ToolInputException">They are no such line.</exception>
    public static AwsLine Of(IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[0].StartsWith('-') || words[1].StartsWith('-'))
        {
            throw Invalid("The line does not begin with a service and an operation.", "Write {\"service\": \"ec2\", \"command\": \"describe-instances\", \"args\": \"…\"}.");
        }

        var operands = new List<string>();
        var options = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var values = operands;
        foreach (var word in words.Skip(2))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                values.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word[2..] : word[2..equals];
            values = equals < 0 ? [] : [word[(equals + 1)..]];
            if (!options.TryAdd(name, values))
            {
                throw Invalid($"The option --{name} is there twice.", "Write all its values after it.");
            }
        }

        return new AwsLine(words[0].ToLowerInvariant(), words[1].ToLowerInvariant(), operands, options);
    }

    public static ToolInputException Invalid(string message, string? remedy = null) => new(GuardrailReason.InvalidArguments, message, remedy);
}
