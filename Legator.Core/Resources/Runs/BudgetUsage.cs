namespace Legator.Core.Resources.Runs;

/// <summary>How much of its limits a run used.</summary>
public sealed record BudgetUsage
{
    /// <summary>Tokens used.</summary>
    public long TokensUsed { get; init; }

    /// <summary>Tokens allowed.</summary>
    public long TokenBudget { get; init; }

    /// <summary>Turns used.</summary>
    public int IterationsUsed { get; init; }

    /// <summary>Turns allowed.</summary>
    public int MaxIterations { get; init; }

    /// <summary>Milliseconds used.</summary>
    public long WallClockMs { get; init; }

    /// <summary>Milliseconds allowed.</summary>
    public long TimeoutMs { get; init; }
}
