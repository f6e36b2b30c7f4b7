using System.Text.Json;

namespace Legator.Core.Actions.Classification.Delegation;

/// <summary>Classifies <c>event.publish</c> and <c>event.list</c>. Telling changes nothing in the estate, and a run that it starts may do no more than the one that told.</summary>
internal sealed class EventCallClassifier : ICallClassifier
{
    private const string Prefix = "event.";

    /// <inheritdoc />
    public string Domain => "event";

    /// <inheritdoc />
    public bool Handles(string tool) => tool.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && tool[Prefix.Length..].ToLowerInvariant() is "publish" or "list";

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        if (ArgumentReader.Read(arguments, out var members) is { } problem)
        {
            return CallClassification.Invalid(problem);
        }

        var type = members.TextOf("type");
        return tool[Prefix.Length..].Equals("list", StringComparison.OrdinalIgnoreCase)
            ? CallClassification.Of(new ProposedAction(Domain, "list", new CanonicalTarget("events") { Collection = true }, RiskTier.Read))
            : type is null || type.Length > 253 || type.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
                ? CallClassification.Invalid("Say what type of event it is.", "Write {\"type\": \"finding.disk\", \"severity\": \"warning\", \"summary\": \"…\"}.")
                : CallClassification.Of(new ProposedAction(Domain, "publish", new CanonicalTarget($"event/{type}"), RiskTier.Read) { Effects = ["tells other agents, which may start runs"] });
    }
}
