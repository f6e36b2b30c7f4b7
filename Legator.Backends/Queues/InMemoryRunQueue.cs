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
    private readonly Dictionary<RunKey, Waiting> waiting = [];
    private readonly Dictionary<RunKey, MemoryClaim> claimed = [];
    private readonly Dictionary<RunKey, ITimer> delayed = [];
    private readonly LinkedList<DeadLetter> dead = [];
    private long buried;
    private readonly ITimer sweep;

    public InMemoryRunQueue(TimeProvider time, RunQueueOptions? options = null)
    {
        this.time = time;
        idleLimit = (options ?? new RunQueueOptions()).IdleLimit;
        sweep = time.CreateTimer(_ => TakeBackIdle(), null, idleLimit / 4, idleLimit / 4);
    }

    public Task EnqueueAsync(RunQueueEntry entry, CancellationToken cancellationToken) => EnqueueAsync(entry, TimeSpan.Zero, cancellationToken);

    public Task EnqueueAsync(RunQueueEntry entry, TimeSpan delay, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!claimed.ContainsKey(entry.Run) && !delayed.ContainsKey(entry.Run))
            {
                Offer(entry, 0, delay, first: false);
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
                    waiting.Remove(entry.Run, out var place);
                    return claimed[entry.Run] = new MemoryClaim(this, entry, place.Losses, time.GetElapsedTime(place.Since), time.GetTimestamp());
                }
            }
        }
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken) => (await ReportAsync(cancellationToken)).Waiting;

    public Task<RunQueueReport> ReportAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var oldest = waiting.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(waiting.Values.Min(place => place.Since));
            return Task.FromResult(new RunQueueReport(waiting.Count, delayed.Count, claimed.Count, dead.Count, oldest));
        }
    }

    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int most, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<DeadLetter>>([.. dead.Reverse().Take(most)]);
        }
    }

    public Task<bool> DropDeadLetterAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(dead.FirstOrDefault(letter => letter.Id == id) is { } found && dead.Remove(found));
        }
    }

    public void Dispose()
    {
        sweep.Dispose();
        available.Dispose();
        lock (gate)
        {
            foreach (var timer in delayed.Values)
            {
                timer.Dispose();
            }
        }
    }

    /// <summary>A claim was renewed; false when it no longer holds.</summary>
    internal bool Renew(MemoryClaim claim)
    {
        lock (gate)
        {
            if (!Holds(claim))
            {
                return false;
            }

            claim.RenewedAt = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>The outcome is in the journal, whoever holds the entry by now: it goes away for all.</summary>
    internal void Complete(MemoryClaim claim)
    {
        lock (gate)
        {
            claimed.Remove(claim.Entry.Run);
            if (waiting.Remove(claim.Entry.Run, out var place))
            {
                Line(place.Priority).Remove(claim.Entry.Run);
            }
        }
    }

    internal void Release(MemoryClaim claim, TimeSpan delay)
    {
        lock (gate)
        {
            if (Holds(claim))
            {
                claimed.Remove(claim.Entry.Run);
                Offer(claim.Entry, claim.Losses, delay, first: true);
            }
        }
    }

    internal void Bury(MemoryClaim claim, string reason)
    {
        lock (gate)
        {
            if (!Holds(claim))
            {
                return;
            }

            claimed.Remove(claim.Entry.Run);
            dead.AddLast(new DeadLetter(claim.Entry.Run.ToString(), reason, time.GetUtcNow()) { Id = (++buried).ToString(System.Globalization.CultureInfo.InvariantCulture) });
            if (dead.Count > RunQueueOptions.DeadLettersKept)
            {
                dead.RemoveFirst();
            }
        }
    }

    private bool Holds(MemoryClaim claim) => claimed.TryGetValue(claim.Entry.Run, out var holder) && ReferenceEquals(holder, claim);

    private FairLine Line(RunPriority priority) => priority == RunPriority.Interactive ? interactive : scheduled;

    private void Offer(RunQueueEntry entry, int losses, TimeSpan delay, bool first)
    {
        if (waiting.TryGetValue(entry.Run, out var present))
        {
            if (present.Priority < entry.Priority)
            {
                Line(present.Priority).Remove(entry.Run);
                Line(entry.Priority).Add(entry);
                waiting[entry.Run] = present with { Priority = entry.Priority };
            }
        }
        else if (delay > TimeSpan.Zero)
        {
            delayed[entry.Run] = time.CreateTimer(_ => Mature(entry, losses), null, delay, Timeout.InfiniteTimeSpan);
        }
        else
        {
            waiting[entry.Run] = new Waiting(entry.Priority, losses, time.GetTimestamp());
            Line(entry.Priority).Add(entry, first);
            available.Release();
        }
    }

    private void Mature(RunQueueEntry entry, int losses)
    {
        lock (gate)
        {
            if (delayed.Remove(entry.Run, out var timer))
            {
                timer.Dispose();
                Offer(entry, losses, TimeSpan.Zero, first: false);
            }
        }
    }

    private void TakeBackIdle()
    {
        lock (gate)
        {
            foreach (var claim in claimed.Values.Where(claim => time.GetElapsedTime(claim.RenewedAt) >= idleLimit).ToList())
            {
                claimed.Remove(claim.Entry.Run);
                Offer(claim.Entry, claim.Losses + 1, TimeSpan.Zero, first: true);
            }
        }
    }

    private readonly record struct Waiting(RunPriority Priority, int Losses, long Since);
}
