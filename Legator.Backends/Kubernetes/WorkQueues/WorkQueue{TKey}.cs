namespace Legator.Backends.Kubernetes.WorkQueues;

/// <summary>Keys of objects to look at. A key waits once, however often it is added; it is never handed to two workers at a time; a key that is added while it is worked on is offered again after.</summary>
/// <typeparam name="TKey">Names an object.</typeparam>
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    private readonly TimeProvider time;
    private readonly WorkQueueOptions options;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim available = new(0);
    private readonly PriorityQueue<TKey, (WorkPriority Priority, long Order)> ready = new();
    private readonly Dictionary<TKey, WorkPriority> waiting = [];
    private readonly HashSet<TKey> working = [];
    private readonly Dictionary<TKey, WorkPriority> again = [];
    private readonly PriorityQueue<TKey, DateTimeOffset> delayed = new();
    private readonly Dictionary<TKey, DateTimeOffset> due = [];
    private readonly Dictionary<TKey, int> failures = [];
    private readonly ITimer timer;
    private long order;

    public WorkQueue(TimeProvider time, WorkQueueOptions? options = null)
    {
        this.time = time;
        this.options = options ?? new WorkQueueOptions();
        timer = time.CreateTimer(_ => Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keys that are ready and not yet taken.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Offers a key at once.</summary>
    public void Add(TKey key, WorkPriority priority = WorkPriority.Normal)
    {
        lock (gate)
        {
            AddLocked(key, priority);
        }
    }

    /// <summary>Offers a key after a delay; of several delays of a key the shortest counts.</summary>
    public void AddAfter(TKey key, TimeSpan delay)
    {
        lock (gate)
        {
            if (delay <= TimeSpan.Zero)
            {
                AddLocked(key, WorkPriority.Normal);
                return;
            }

            var at = time.GetUtcNow() + delay;
            if (!due.TryGetValue(key, out var known) || at < known)
            {
                due[key] = at;
                delayed.Enqueue(key, at);
                Arm();
            }
        }
    }

    /// <summary>Offers a key again after a failure: later with each one, and never not at all.</summary>
    /// <returns>The delay.</returns>
    public TimeSpan AddRateLimited(TKey key)
    {
        TimeSpan delay;
        lock (gate)
        {
            var count = failures.GetValueOrDefault(key);
            failures[key] = count + 1;
            var exponential = options.FirstRetry.TotalMilliseconds * Math.Pow(2, Math.Min(count, 40));
            delay = TimeSpan.FromMilliseconds(Math.Min(options.LongestRetry.TotalMilliseconds, exponential));
        }

        AddAfter(key, delay);
        return delay;
    }

    /// <summary>The key's work succeeded: its next failure is a first one.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            failures.Remove(key);
        }
    }

    /// <summary>Failures in a row of a key.</summary>
    public int Failures(TKey key)
    {
        lock (gate)
        {
            return failures.GetValueOrDefault(key);
        }
    }

    /// <summary>Waits for a key and takes it. <see cref="Done"/> must follow.</summary>
    public async Task<TKey> TakeAsync(CancellationToken cancellationToken)
    {
        await available.WaitAsync(cancellationToken);
        lock (gate)
        {
            TKey key;
            do
            {
                key = ready.Dequeue();
            }
            while (!waiting.Remove(key));

            working.Add(key);
            return key;
        }
    }

    /// <summary>The key is free again; what was added meanwhile is offered now.</summary>
    public void Done(TKey key)
    {
        lock (gate)
        {
            working.Remove(key);
            if (again.Remove(key, out var priority))
            {
                AddLocked(key, priority);
            }
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        available.Dispose();
    }

    private void AddLocked(TKey key, WorkPriority priority)
    {
        if (working.Contains(key))
        {
            again[key] = again.TryGetValue(key, out var known) && known < priority ? known : priority;
            return;
        }

        var isWaiting = waiting.TryGetValue(key, out var present);
        if (isWaiting && present <= priority)
        {
            return;
        }

        // A better priority enters a second time; TakeAsync skips the stale entry because 'waiting' then no longer holds the key.
        waiting[key] = priority;
        ready.Enqueue(key, (priority, order++));
        if (!isWaiting)
        {
            available.Release();
        }
    }

    private void Release()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (delayed.TryPeek(out var key, out var at) && at <= now)
            {
                delayed.Dequeue();
                if (due.TryGetValue(key, out var valid) && valid == at)
                {
                    due.Remove(key);
                    AddLocked(key, WorkPriority.Normal);
                }
            }

            Arm();
        }
    }

    private void Arm()
    {
        if (delayed.TryPeek(out _, out var at))
        {
            var wait = at - time.GetUtcNow();
            timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
