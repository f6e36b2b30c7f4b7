namespace Legator.Core.Resources;

/// <summary>One observed aspect of an object, in the standard Kubernetes shape.</summary>
public sealed record Condition
{
    /// <summary>What is reported, e.g. <c>Ready</c>; the key of the list.</summary>
    public required string Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Machine-readable cause, CamelCase; documented in docs/reasons.md.</summary>
    public required string Reason { get; init; }

    /// <summary>A sentence for people: what is so and, where something is wrong, which field to change.</summary>
    public string Message { get; init; } = "";

    /// <summary>When <see cref="Status"/> last changed.</summary>
    public DateTimeOffset LastTransitionTime { get; init; }

    /// <summary>The generation of the spec that this was computed from.</summary>
    public long? ObservedGeneration { get; init; }
}
