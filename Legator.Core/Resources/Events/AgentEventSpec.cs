namespace Legator.Core.Resources.Events;

/// <summary>What is told, by whom.</summary>
public sealed record AgentEventSpec
{
    /// <summary>The agent that tells.</summary>
    public required string SourceAgent { get; init; }

    /// <summary>Namespace of that agent and of its run. Unset: the event's own.</summary>
    public string? SourceNamespace { get; init; }

    /// <summary>The run in which it was found.</summary>
    public string? SourceRun { get; init; }

    /// <summary>What kind of event, dotted, e.g. finding.critical.</summary>
    public required string EventType { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One line.</summary>
    public required string Summary { get; init; }

    /// <summary>The rest.</summary>
    public string? Detail { get; init; }

    /// <summary>The agent that is meant. Unset: all.</summary>
    public string? TargetAgent { get; init; }

    /// <summary>Facts to select by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it counts, as a Go duration.</summary>
    public string Ttl { get; init; } = "1h";
}
