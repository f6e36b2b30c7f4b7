namespace Legator.Core.Resources.Approvals;

/// <summary>What is asked, by whom.</summary>
public sealed record ApprovalRequestSpec
{
    /// <summary>The agent that asks.</summary>
    public required string AgentName { get; init; }

    /// <summary>The run that waits, in the same namespace.</summary>
    public required string RunName { get; init; }

    /// <summary>The action.</summary>
    public required ApprovalAction Action { get; init; }

    /// <summary>Digest of the canonical arguments; a decision counts for these and no others.</summary>
    public string? Digest { get; init; }

    /// <summary>What led to it, in words.</summary>
    public string? Context { get; init; }

    /// <summary>How long it may wait, as a Go duration.</summary>
    public string Timeout { get; init; } = "30m";

    /// <summary>From then on it counts as refused.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The target's resource version when it was asked for.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>Whether a yes has to be typed out.</summary>
    public bool TypedConfirmation { get; init; }

    /// <summary>What would change.</summary>
    public ApprovalDryRun? DryRun { get; init; }

    /// <summary>What depends on the target, as kind/name.</summary>
    public IReadOnlyList<string> Dependents { get; init; } = [];

    /// <summary>Channels of the environment that are told.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
