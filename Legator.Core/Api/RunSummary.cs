namespace Legator.Core.Api;

/// <summary>One line of the list of runs.</summary>
public sealed record RunSummary
{
    /// <summary>Name of the LegatorRun.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the agent, in the same namespace.</summary>
    public required string Agent { get; init; }

    /// <summary>Phase of the run; <c>Pending</c> until a runner has it.</summary>
    public required string Phase { get; init; }

    /// <summary><c>scheduled</c>, <c>webhook</c> or <c>manual</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>When the run was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a runner took it up; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>From creation to end, e.g. <c>39s</c>; null while it runs.</summary>
    public string? Duration { get; init; }

    /// <summary><c>provider/model</c>; null before it is known.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens used so far.</summary>
    public long Tokens { get; init; }

    /// <summary>Model requests so far.</summary>
    public int Iterations { get; init; }

    /// <summary>Actions proposed so far.</summary>
    public int Actions { get; init; }

    /// <summary>Actions that the gate refused.</summary>
    public int Blocked { get; init; }

    /// <summary>Why it ended as it did, or why it waits; null when there is nothing to say.</summary>
    public string? Message { get; init; }

    /// <summary>When retention removed the run with its journal; null while it is kept.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The file that it was exported to before that, on the Operator's machine.</summary>
    public string? Archive { get; init; }
}
