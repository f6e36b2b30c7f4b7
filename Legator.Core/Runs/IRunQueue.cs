namespace Legator.Core.Runs;

/// <summary>Hands runs to runners. The queue is a hint: the Operator derives its entries again from unfinished LegatorRuns, so entries may be lost or doubled without harm.</summary>
public interface IRunQueue
{
    /// <summary>Offers a run; a run that is already waiting or claimed is not offered twice.</summary>
    Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken);

    /// <summary>Waits for a run and claims it.</summary>
    Task<IRunClaim> DequeueAsync(CancellationToken cancellationToken);

    /// <summary>Entries that wait, for health and metrics.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
