using System.Text.Json;

namespace Legator.Core.Actions.Classification.State;

/// <summary>Classifies <c>state.get</c>, <c>state.set</c> and <c>state.delete</c>.</summary>
internal sealed class StateCallClassifier : ICallClassifier
{
    private const string Prefix = "state.";

    /// <inheritdoc />
    public string Domain => StateClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && tool[Prefix.Length..].ToLowerInvariant() is "get" or "set" or "delete";

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        return ArgumentReader.Read(arguments, out var members) is { } problem ? CallClassification.Invalid(problem)
            : members.Text("key") is not { Length: <= 253 } key || key.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? CallClassification.Invalid("The key must be a text of at most 253 characters.")
            : CallClassification.Of(StateClassifier.Classify(tool[Prefix.Length..].ToLowerInvariant(), key));
    }
}
