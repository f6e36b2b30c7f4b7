using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Core.Runs;

/// <summary>What a run may use up.</summary>
public sealed record RunSnapshotLimits
{
    /// <summary>Requests to the model, the last of which must give the report. At least 1. Default: 10.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>Tokens in and out together. At least 1. Default: 50000.</summary>
    public long TokenBudget { get; init; } = 50_000;

    /// <summary>Milliseconds that runners may work on it, all takes together. Default: 120000.</summary>
    public long TimeoutMs { get; init; } = 120_000;

    /// <summary>What an agent's spec says; zero means the default.</summary>
    public static RunSnapshotLimits Of(LegatorAgentSpec spec)
    {
        var defaults = new RunSnapshotLimits();
        return new RunSnapshotLimits
        {
            MaxIterations = spec.Guardrails.MaxIterations > 0 ? spec.Guardrails.MaxIterations : defaults.MaxIterations,
            TokenBudget = spec.Model.TokenBudget > 0 ? spec.Model.TokenBudget : defaults.TokenBudget,
            TimeoutMs = GoDuration.TryParse(spec.Model.Timeout, out var timeout, out _) ? (long)timeout.TotalMilliseconds : defaults.TimeoutMs,
        };
    }

    /// <summary>The same for an undo, which makes a call a turn and then reports. A call that a stop cut off before it had any effect is made again, which takes a turn more.</summary>
    /// <param name="calls">How many calls it makes.</param>
    public RunSnapshotLimits ForUndo(int calls) => this with { MaxIterations = (calls * 2) + 8 };
}
