using System.Text.Json;
using Legator.Core.Actions.Classification.Clouds;

namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Classifies <c>aws.cli</c>: service, command and args, or a whole line in any of them.</summary>
internal sealed class AwsCallClassifier : ICallClassifier
{
    /// <inheritdoc />
    public string Domain => AwsClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.Equals("aws.cli", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        var words = new List<string>();
        return CliCall.Read("aws", arguments, words, "service", "command", "args") is { } problem
            ? CallClassification.Unreadable(problem, "Write {\"service\": \"ec2\", \"command\": \"describe-instances\", \"args\": \"…\"}.")
            : CallClassification.Of(AwsClassifier.Classify(words));
    }
}
