namespace Legator.Core.Runs;

/// <summary>A runner's hold on a queue entry.</summary>
public interface IRunClaim
{
    /// <summary>What was claimed.</summary>
    RunQueueEntry Entry { get; }

    /// <summary>How many runners went silent while they held this run; 0 for a run that nobody lost.</summary>
    int Losses { get; }

    /// <summary>How long the entry could have been claimed before it was.</summary>
    TimeSpan Waited { get; }

    /// <summary>Says that the holder still works on it; called more often than the queue's idle limit.</summary>
    /// <exception cref="ClaimLostException">Another runner may hold the run: stop working on it.</exception>
    Task RenewAsync(CancellationToken cancellationToken);

    /// <summary>The run's outcome is in the journal: the entry goes away.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Hands the entry back so that another runner takes it up at once, before all others.</summary>
    Task ReleaseAsync(CancellationToken cancellationToken);

    /// <summary>Hands the entry back so that a runner takes it up after a time.</summary>
    Task ReleaseAsync(TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Gives the entry up: it goes to the dead letters, with the reason.</summary>
    Task BuryAsync(string reason, CancellationToken cancellationToken);
}
