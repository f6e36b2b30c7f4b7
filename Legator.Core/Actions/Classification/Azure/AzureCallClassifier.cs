using System.Text.Json;
using Legator.Core.Actions.Classification.Clouds;

namespace Legator.Core.Actions.Classification.Azure;

/// <summary>Classifies <c>az.cli</c>: group, command and args, or a whole line in any of them.</summary>
internal sealed class AzureCallClassifier : ICallClassifier
{
    /// <inheritdoc />
    public string Domain => AzureClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.Equals("az.cli", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        var words = new List<string>();
        return CliCall.Read("az", arguments, words, "group", "command", "args") is { } problem
            ? CallClassification.Unreadable(problem, "Write {\"group\": \"vm\", \"command\": \"list\", \"args\": \"…\"}.")
            : CallClassification.Of(AzureClassifier.Classify(words));
    }
}
