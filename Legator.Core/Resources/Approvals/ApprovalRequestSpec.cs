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

    /// <summary>Channels of the environment that are told.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
