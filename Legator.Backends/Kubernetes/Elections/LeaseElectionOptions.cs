namespace Legator.Backends.Kubernetes.Elections;

/// <summary>One election: who takes part and how fast it is noticed that the leader is gone.</summary>
public sealed record LeaseElectionOptions
{
    /// <summary>Namespace of the Lease.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Lease.</summary>
    public required string Name { get; init; }

    /// <summary>Names this process; unique among all that take part, over restarts too.</summary>
    public required string Identity { get; init; }

    /// <summary>How long the lease holds without renewal. Default 15 seconds; at least 3.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(15);
}
