namespace Legator.Core.Api;

/// <summary>One message to one channel, and where it stands.</summary>
public sealed record NotificationItem
{
    /// <summary>Id of the delivery.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the event, the same on every channel.</summary>
    public required string Event { get; init; }

    /// <summary>What happened, e.g. <c>run-failed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary><c>waiting</c>, <c>held</c>, <c>summarised</c>, <c>delivered</c> or <c>dead</c>.</summary>
    public required string State { get; init; }

    /// <summary>Namespace of agent, run and environment.</summary>
    public required string Namespace { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The run; null where it is about several.</summary>
    public string? Run { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next; null where it is not.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Why the last attempt failed; null when none did.</summary>
    public string? Problem { get; init; }

    /// <summary>True while an answer is expected.</summary>
    public bool AwaitsAnswer { get; init; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; init; }
}
