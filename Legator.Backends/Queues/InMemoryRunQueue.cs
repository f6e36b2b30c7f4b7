using Legator.Core.Runs;

namespace Legator.Backends.Queues;

/// <summary>The queue of the embedded set: lost with the process, and then derived again by the Operator.</summary>
internal sealed class InMemoryRunQueue : IRunQueue, IDisposable
{
    private readonly TimeProvider time;
    private readonly TimeSpan idleLimit;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim available = new(0);
    private readonly FairLine interactive = new();
    private readonly FairLine scheduled = new();
    private readonly Dictionary<RunKey, RunPriority> waiting = [];
    private readonly Dictionary<RunKey, Claim> claimed = [];
    private readonly ITimer sweep;

    public InMemoryRunQueue(TimeProvider time, RunQueueOptions? options = null)
    {
        this.time = time;
        idleLimit = (options ?? new RunQueueOptions()).IdleLimit;
        sweep = time.CreateTimer(_ => TakeBackIdle(), null, idleLimit / 4, idleLimit / 4);
    }

    public Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!claimed.ContainsKey(entry.Run))
            {
                Offer(entry, first: false);
            }
        }

        return Task.CompletedTask;
    }

    public async Task<IRunClaim> DequeueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await available.WaitAsync(cancellationToken);
            lock (gate)
            {
                // An entry that was completed while it waited leaves its permit behind.
                if (waiting.Count > 0)
                {
                    var entry = interactive.Count > 0 ? interactive.Take() : scheduled.Take();
                    waiting.Remove(entry.Run);
                    var claim = new Claim(this, entry, time.GetTimestamp());
                    claimed[entry.Run] = claim;
                    return claim;
                }
            }
        }
    }

    public Task<long> CountAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult((long)waiting.Count);
        }
    }

    public void Dispose()
    {
        sweep.Dispose();
        available.Dispose();
    }

    private FairLine Line(RunPriority priority) => priority == RunPriority.Interactive ? interactive : scheduled;

    private void Offer(RunQueueEntry entry, bool first)
    {
        if (waiting.TryGetValue(entry.Run, out var present))
        {
            if (present >= entry.Priority)
            {
                return;
            }

            Line(present).Remove(entry.Run);
            Line(entry.Priority).Add(entry);
            waiting[entry.Run] = entry.Priority;
            return;
        }

        waiting[entry.Run] = entry.Priority;
        Line(entry.Priority).Add(entry, first);
        available.Release();
    }

    private void TakeBackIdle()
    {
        lock (gate)
        {
            foreach (var claim in claimed.Values.Where(claim => time.GetElapsedTime(claim.RenewedAt) >= idleLimit).ToList())
            {
                claimed.Remove(claim.Entry.Run);
                Offer(claim.Entry, first: true);
            }
        }
    }

    private sealed class Claim(InMemoryRunQueue queue, RunQueueEntry entry, long claimedAt) : IRunClaim
    {
        public RunQueueEntry Entry { get; } = entry;

        public long RenewedAt { get; private set; } = claimedAt;

        public Task RenewAsync(CancellationToken cancellationToken)
        {
            lock (queue.gate)
            {
                if (!Holds())
                {
                    return Task.FromException(new ClaimLostException(Entry.Run));
                }

                RenewedAt = queue.time.GetTimestamp();
                return Task.CompletedTask;
            }
        }

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            lock (queue.gate)
            {
                // The outcome is in the journal, whoever holds the entry by now: it goes away for all.
                queue.claimed.Remove(Entry.Run);
                if (queue.waiting.Remove(Entry.Run, out var priority))
                {
                    queue.Line(priority).Remove(Entry.Run);
                }
            }

            return Task.CompletedTask;
        }

        public Task ReleaseAsync(CancellationToken cancellationToken)
        {
            lock (queue.gate)
            {
                if (Holds())
                {
                    queue.claimed.Remove(Entry.Run);
                    queue.Offer(Entry, first: true);
                }
            }

            return Task.CompletedTask;
        }

        private bool Holds() => queue.claimed.TryGetValue(Entry.Run, out var holder) && ReferenceEquals(holder, this);
    }
}
