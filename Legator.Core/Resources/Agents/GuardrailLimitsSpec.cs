namespace Legator.Core.Resources.Agents;

/// <summary>How much an agent may change at once and over time. Zero and unset mean the default.</summary>
public sealed record GuardrailLimitsSpec
{
    /// <summary>Most objects that one call may change. Default: 10.</summary>
    public int? MaxTargetsPerCall { get; init; }

    /// <summary>Most changes of one run. Default: 25.</summary>
    public int? MaxMutationsPerRun { get; init; }

    /// <summary>Most changes of one verb that all agents of the namespace together may make within an hour, before this agent makes another. Default: 60.</summary>
    public int? MaxMutationsPerHour { get; init; }

    /// <summary>Narrower limits, across all agents of the namespace; each of them holds.</summary>
    public IReadOnlyList<RateLimitSpec> Rates { get; init; } = [];
}
