using Legator.Core.Runs;

namespace Legator.Backends.Queues;

/// <summary>A hold on an entry of the queue in memory.</summary>
internal sealed class MemoryClaim(InMemoryRunQueue queue, RunQueueEntry entry, int losses, TimeSpan waited, long claimedAt) : IRunClaim
{
    public RunQueueEntry Entry { get; } = entry;

    public int Losses { get; } = losses;

    public TimeSpan Waited { get; } = waited;

    /// <summary>Written under the queue's lock.</summary>
    public long RenewedAt { get; set; } = claimedAt;

    public Task RenewAsync(CancellationToken cancellationToken) =>
        queue.Renew(this) ? Task.CompletedTask : Task.FromException(new ClaimLostException(Entry.Run));

    public Task CompleteAsync(CancellationToken cancellationToken)
    {
        queue.Complete(this);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(CancellationToken cancellationToken) => ReleaseAsync(TimeSpan.Zero, cancellationToken);

    public Task ReleaseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        queue.Release(this, delay);
        return Task.CompletedTask;
    }

    public Task BuryAsync(string reason, CancellationToken cancellationToken)
    {
        queue.Bury(this, reason);
        return Task.CompletedTask;
    }
}
