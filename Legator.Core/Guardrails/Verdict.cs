using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>The gate's answer on one tool call, with everything that led to it.</summary>
public sealed record Verdict
{
    /// <summary>Allow, deny or ask.</summary>
    public required VerdictOutcome Outcome { get; init; }

    /// <summary>The documented reason.</summary>
    public required GuardrailReason Reason { get; init; }

    /// <summary>One sentence for a person: what was decided and why.</summary>
    public required string Message { get; init; }

    /// <summary>What would have to change to allow it; null when nothing may.</summary>
    public string? Remedy { get; init; }

    /// <summary>The worst tier of the call: the worse of classifier and action sheet.</summary>
    public required RiskTier Tier { get; init; }

    /// <summary>Id of the action-sheet entry that declares the call; null when none does.</summary>
    public string? SheetAction { get; init; }

    /// <summary>How the sheet says that the call is taken back; null when it says nothing, and for reads.</summary>
    public string? Rollback { get; init; }

    /// <summary>Every check that was asked, in order, up to the one that decided.</summary>
    public IReadOnlyList<CheckTrace> Trace { get; init; } = [];
}
