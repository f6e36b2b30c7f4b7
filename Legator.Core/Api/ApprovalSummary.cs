namespace Legator.Core.Api;

/// <summary>One line of the list of approvals.</summary>
public sealed record ApprovalSummary
{
    /// <summary>Name of the ApprovalRequest.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The agent that asks.</summary>
    public required string Agent { get; init; }

    /// <summary>The run that waits.</summary>
    public required string Run { get; init; }

    /// <summary><c>Pending</c>, <c>Approved</c>, <c>Denied</c> or <c>Expired</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>Tool, e.g. <c>kubectl.scale</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>What it does it to.</summary>
    public required string Target { get; init; }

    /// <summary>Risk tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Verb and target of all that the call does.</summary>
    public required string Description { get; init; }

    /// <summary>Why a person is asked.</summary>
    public string? Context { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it counts as refused.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether a yes has to be typed out.</summary>
    public bool TypedConfirmation { get; init; }

    /// <summary>Who decided; null before.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When; null before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why, in the decider's words.</summary>
    public string? Reason { get; init; }
}
