using Legator.Core.Resources.Agents;
using Legator.Core.Runs;

namespace Legator.Core.Guardrails;

/// <summary>The most that one run may use and do.</summary>
public sealed record RunLimits
{
    /// <summary>Model turns. Default 10.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>Tokens in and out together. Default 50,000.</summary>
    public long TokenBudget { get; init; } = 50_000;

    /// <summary>Wall clock, time spent waiting for people not counted. Default 120 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Targets that one call may change. Default 10.</summary>
    public int MaxTargetsPerCall { get; init; } = 10;

    /// <summary>Mutations that one run may execute. Default 25.</summary>
    public int MaxMutationsPerRun { get; init; } = 25;

    /// <summary>Mutations of one verb that all agents of a namespace may execute within an hour. Default 60.</summary>
    public int MaxMutationsPerHour { get; init; } = 60;

    /// <summary>Narrower limits across all agents of the namespace; each of them holds.</summary>
    public IReadOnlyList<RateLimit> Rates { get; init; } = [];

    /// <summary>What an agent's guardrails and the run's budget say.</summary>
    /// <param name="spec">The agent's guardrails.</param>
    /// <param name="budget">The run's budget.</param>
    public static RunLimits Of(GuardrailsSpec spec, RunSnapshotLimits budget)
    {
        var (defaults, limits) = (new RunLimits(), spec.Limits ?? new GuardrailLimitsSpec());
        return new RunLimits
        {
            MaxIterations = budget.MaxIterations,
            TokenBudget = budget.TokenBudget,
            Timeout = TimeSpan.FromMilliseconds(budget.TimeoutMs),
            MaxTargetsPerCall = limits.MaxTargetsPerCall is > 0 and var targets ? targets : defaults.MaxTargetsPerCall,
            MaxMutationsPerRun = limits.MaxMutationsPerRun is > 0 and var run ? run : defaults.MaxMutationsPerRun,
            MaxMutationsPerHour = limits.MaxMutationsPerHour is > 0 and var hour ? hour : defaults.MaxMutationsPerHour,
            Rates = [.. limits.Rates.Select(RateLimit.Of)],
        };
    }

    /// <summary>The longest time that any limit looks back.</summary>
    public TimeSpan LookBack => Rates.Aggregate(TimeSpan.FromHours(1), (longest, rate) => rate.Per > longest ? rate.Per : longest);
}
