using System.Text.Json;

namespace Legator.Core.Skills;

/// <summary>One call of a tool.</summary>
public sealed record RehearsalCall
{
    /// <summary>Tool, e.g. <c>kubectl.get</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>Arguments, an object; strings in it may hold placeholders. Null for none.</summary>
    public JsonElement? Arguments { get; init; }

    /// <summary>Repeats the call for each <c>endpoints</c> or <c>namespaces</c> of the environment; null for one call.</summary>
    public string? Each { get; init; }

    /// <summary>Name under which placeholders find the result; null for none.</summary>
    public string? As { get; init; }

    /// <summary>What the gate must answer; when it answers something else the rehearsal stops and says so.</summary>
    public RehearsalExpectation Expect { get; init; } = new();

    /// <summary>Values taken from the result, by name.</summary>
    public IReadOnlyDictionary<string, RehearsalExtractor> Take { get; init; } = new Dictionary<string, RehearsalExtractor>();

    /// <summary>What the tool answers when the rehearsal is played away from the world; null for nothing. Runs do not read it.</summary>
    public RehearsalAnswer? Answer { get; init; }
}
