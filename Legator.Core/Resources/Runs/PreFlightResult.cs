namespace Legator.Core.Resources.Runs;

/// <summary>How a call was judged; checks say pass or BLOCKED, with a qualifier in brackets.</summary>
public sealed record PreFlightResult
{
    /// <summary>Autonomy against tier.</summary>
    public string? AutonomyCheck { get; init; }

    /// <summary>Whether declared data is at risk.</summary>
    public string? DataImpactCheck { get; init; }

    /// <summary>Denied and allowed actions, and the action sheet.</summary>
    public string? AllowListCheck { get; init; }

    /// <summary>REQUIRED or NOT_REQUIRED.</summary>
    public string? ApprovalCheck { get; init; }

    /// <summary>NOT_REQUIRED, PENDING, APPROVED, DENIED, EXPIRED, ERROR or NOT_AVAILABLE.</summary>
    public string? ApprovalDecision { get; init; }

    /// <summary>ALLOW, NEEDS_APPROVAL, APPROVED, DENIED, BLOCKED, EXPIRED or SKIPPED.</summary>
    public string? SafetyGateOutcome { get; init; }

    /// <summary>Built-in data protection.</summary>
    public string? DataProtection { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public string? Reason { get; init; }
}
