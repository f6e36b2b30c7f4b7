using System.Text.Json.Nodes;

namespace Legator.Core.Guardrails.PreConditions;

/// <summary>What was read for the conditions of a call.</summary>
/// <param name="Found">The object that the call is about; null when there is none.</param>
/// <param name="Now">When it was looked at.</param>
public sealed record ConditionView(JsonObject? Found, DateTimeOffset Now)
{
    /// <summary>The pods of the object; null when nobody looked for them.</summary>
    public IReadOnlyList<JsonObject>? Pods { get; init; }

    /// <summary>Answers to the reading calls of the conditions, by address; empty when none was made.</summary>
    public IReadOnlyDictionary<string, ConditionAnswer> Answers { get; init; } = new Dictionary<string, ConditionAnswer>();
}
