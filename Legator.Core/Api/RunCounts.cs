namespace Legator.Core.Api;

/// <summary>Runs by phase.</summary>
public sealed record RunCounts
{
    /// <summary>All runs that are kept.</summary>
    public int Total { get; init; }

    /// <summary>Ended well.</summary>
    public int Succeeded { get; init; }

    /// <summary>Ended with an error.</summary>
    public int Failed { get; init; }

    /// <summary>Ended by handing over to a person.</summary>
    public int Escalated { get; init; }

    /// <summary>Ended because the gate refused what was needed.</summary>
    public int Blocked { get; init; }

    /// <summary>Ended by a person.</summary>
    public int Cancelled { get; init; }

    /// <summary>Under way.</summary>
    public int Running { get; init; }

    /// <summary>Wait for a runner.</summary>
    public int Pending { get; init; }

    /// <summary>Wait for a person's decision.</summary>
    public int AwaitingApproval { get; init; }
}
