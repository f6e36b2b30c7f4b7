namespace Legator.Core.Resources.Agents;

/// <summary>An outside event that starts a run.</summary>
public sealed record TriggerSpec
{
    /// <summary>Kind of event.</summary>
    public required TriggerType Type { get; init; }

    /// <summary>For webhook: the last part of the path that callers post to.</summary>
    public string? Source { get; init; }

    /// <summary>For webhook: name of a Secret in the agent's namespace with what callers prove to know: in its field secret the key of their signatures, in token a bearer token. Without it the trigger takes nothing.</summary>
    public string? SecretRef { get; init; }

    /// <summary>For webhook and kubernetes-event: how long after a run of this trigger what comes is gathered for one further run, as a Go duration from 0s to 24h. Unset: 30s.</summary>
    public string? Debounce { get; init; }

    /// <summary>Fields compared with values and joined by <c>and</c>; where it does not hold there is no run. For webhook: payload and headers, e.g. payload.status == "firing". For kubernetes-event: event, e.g. event.type == "Warning". For agent-event: fields of the AgentEvent, e.g. spec.severity == "critical".</summary>
    public string? Filter { get; init; }

    /// <summary>For kubernetes-event: kinds of the involved objects.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>For kubernetes-event: reasons, e.g. BackOff.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>For agent-event: types with <c>*</c> for any characters, e.g. finding.*. Empty: all.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>For agent-event: names of agents that tell, with <c>*</c> for any characters. Empty: all.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>For agent-event: the least severity that matters. Unset: info.</summary>
    public Severity? MinSeverity { get; init; }

    /// <summary>For agent-event: labels of the event's spec that must have these values.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
