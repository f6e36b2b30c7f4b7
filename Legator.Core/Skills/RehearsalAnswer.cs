using System.Text.Json;

namespace Legator.Core.Skills;

/// <summary>What a tool answers when a rehearsal is played away from the world. A run never sees it.</summary>
public sealed record RehearsalAnswer
{
    /// <summary>Tool that it is an answer of; null where it stands at the call itself.</summary>
    public string? Tool { get; init; }

    /// <summary>Arguments that the call must have, an object; <c>*</c> in a text stands for any characters. Null for any. What is not named may be anything.</summary>
    public JsonElement? Arguments { get; init; }

    /// <summary>The answer.</summary>
    public required string Text { get; init; }

    /// <summary>True when the tool reports a failure.</summary>
    public bool Failed { get; init; }

    /// <summary>The object that the call is about, as pre-conditions read it; null when there is none.</summary>
    public JsonElement? Object { get; init; }

    /// <summary>The pods of that object, a list, as pre-conditions read them; null when nothing is written down of them.</summary>
    public JsonElement? Pods { get; init; }
}
