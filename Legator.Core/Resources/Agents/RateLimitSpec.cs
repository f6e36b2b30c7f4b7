namespace Legator.Core.Resources.Agents;

/// <summary>No more than so many changes of a kind within a time, counted over all agents of the namespace.</summary>
public sealed record RateLimitSpec
{
    /// <summary>Domain of the changes that count, e.g. kubernetes. Unset: all.</summary>
    public string? Domain { get; init; }

    /// <summary>Verb of the changes that count, e.g. restart. Unset: all.</summary>
    public string? Verb { get; init; }

    /// <summary>Kubernetes namespace of the objects that count. Unset: all.</summary>
    public string? Namespace { get; init; }

    /// <summary>The most; 0 forbids them.</summary>
    public required int Max { get; init; }

    /// <summary>Within this time, as a Go duration, at most 31 days.</summary>
    public string Per { get; init; } = "1h";
}
