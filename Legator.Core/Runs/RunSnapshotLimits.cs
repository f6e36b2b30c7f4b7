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
}
