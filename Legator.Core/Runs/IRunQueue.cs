namespace Legator.Core.Runs;

/// <summary>Hands runs to runners. The queue is a hint: the Operator derives its entries again from unfinished LegatorRuns, so entries may be lost or doubled without harm.</summary>
public interface IRunQueue
{
    /// <summary>Offers a run; a run that is already waiting or claimed is not offered twice.</summary>
    Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken);

    /// <summary>Offers a run, not before a time has passed. A run that is already known stays where it is.</summary>
    Task EnqueueAsync(RunQueueEntry entry, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Waits for a run and claims it.</summary>
    Task<IRunClaim> DequeueAsync(CancellationToken cancellationToken);

    /// <summary>Entries that could be claimed now.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);

    /// <summary>What the queue holds, for health and metrics.</summary>
    Task<RunQueueReport> ReportAsync(CancellationToken cancellationToken);

    /// <summary>Entries that were given up, the latest first; at most 1,000 are kept.</summary>
    Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int most, CancellationToken cancellationToken);

    /// <summary>Forgets an entry that was given up.</summary>
    /// <returns>False when there is none of that id.</returns>
    Task<bool> DropDeadLetterAsync(string id, CancellationToken cancellationToken);
}
