namespace Legator.Core.Resources.Events;

/// <summary>How far a task is that one agent gave another; written by the Operator.</summary>
public sealed record AgentTaskStatus
{
    /// <summary>Where it stands.</summary>
    public required AgentTaskState State { get; init; }

    /// <summary>Name of the run that works on it, in the receiver's namespace.</summary>
    public string? Run { get; init; }

    /// <summary>Why it stands there, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>What the receiver answered: the words of an agent, which may repeat what it read.</summary>
    public string? Result { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
