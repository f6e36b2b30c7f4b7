namespace Legator.Core.Runs;

/// <summary>A runner's hold on a queue entry.</summary>
public interface IRunClaim
{
    /// <summary>What was claimed.</summary>
    RunQueueEntry Entry { get; }

    /// <summary>Says that the holder still works on it; called more often than the queue's idle limit.</summary>
    /// <exception cref="ClaimLostException">Another runner may hold the run: stop working on it.</exception>
    Task RenewAsync(CancellationToken cancellationToken);

    /// <summary>The run's outcome is in the journal: the entry goes away.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Hands the entry back so that another runner takes it up.</summary>
    Task ReleaseAsync(CancellationToken cancellationToken);
}
