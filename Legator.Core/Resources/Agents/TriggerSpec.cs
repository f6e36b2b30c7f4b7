namespace Legator.Core.Resources.Agents;

/// <summary>An outside event that starts a run.</summary>
public sealed record TriggerSpec
{
    /// <summary>Kind of event.</summary>
    public required TriggerType Type { get; init; }

    /// <summary>For webhook: the last part of the path that callers post to.</summary>
    public string? Source { get; init; }

    /// <summary>A CEL expression over the event; false means no run.</summary>
    public string? Filter { get; init; }

    /// <summary>For kubernetes-event: kinds of the involved objects.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>For kubernetes-event: reasons, e.g. BackOff.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
