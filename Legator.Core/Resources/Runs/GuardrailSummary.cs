namespace Legator.Core.Resources.Runs;

/// <summary>What the guardrails did in a run.</summary>
public sealed record GuardrailSummary
{
    /// <summary>Actions that were judged.</summary>
    public int ChecksPerformed { get; init; }

    /// <summary>Actions that were refused.</summary>
    public int ActionsBlocked { get; init; }

    /// <summary>Escalations that were made.</summary>
    public int EscalationsTriggered { get; init; }

    /// <summary>The autonomy that the run had.</summary>
    public string? AutonomyCeiling { get; init; }

    /// <summary>How much of its limits the run used.</summary>
    public BudgetUsage? BudgetUsed { get; init; }
}
