using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>The checkpoints over a journal, and the journal's events as they are stored. Every method may throw <see cref="JournalUnavailableException"/>.</summary>
public interface IAuditLog
{
    /// <summary>The newest checkpoint; null when there is none.</summary>
    Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Checkpoints in order.</summary>
    /// <param name="afterNumber">0 for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(long afterNumber, int limit, CancellationToken cancellationToken);

    /// <summary>The marks of checkpoints, by their numbers.</summary>
    /// <param name="afterNumber">Number to begin behind.</param>
    /// <param name="upToNumber">Last number.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<ILookup<long, RunMark>> MarksAsync(long afterNumber, long upToNumber, CancellationToken cancellationToken);

    /// <summary>Stores a checkpoint with its marks, both or neither.</summary>
    /// <exception cref="CheckpointConflictException">There is one of that number.</exception>
    Task AppendAsync(SignedCheckpoint checkpoint, IReadOnlyList<RunMark> marks, CancellationToken cancellationToken);

    /// <summary>Events of all runs in the order of their positions, a batch at a time.</summary>
    /// <param name="after">Position to begin behind.</param>
    /// <param name="upTo">Last position.</param>
    /// <param name="withData">False to leave the data out, where only the links matter.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    IAsyncEnumerable<IReadOnlyList<StoredEvent>> EventsAsync(long after, long upTo, bool withData, CancellationToken cancellationToken);

    /// <summary>Removes all events of runs; a checkpoint must have let them go, else the storage refuses.</summary>
    Task RemoveAsync(IReadOnlyList<RunKey> runs, CancellationToken cancellationToken);
}
