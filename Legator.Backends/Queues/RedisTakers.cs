using Legator.Backends.Signals;
using Legator.Core.Runs;

namespace Legator.Backends.Queues;

/// <summary>All who wait for an entry in this process, as one taker: asks for as many at once as there are waiting, so that a busy process asks seldom.</summary>
/// <param name="take">Claims so many at most, and says when the next delayed one may be claimed.</param>
/// <param name="news">Raised when entries may have come.</param>
/// <param name="poll">How long to wait for news at most.</param>
/// <param name="time">Clock of the polls.</param>
internal sealed class RedisTakers(Func<int, Task<(IReadOnlyList<RedisClaim> Claims, TimeSpan? Next)>> take, Signal news, TimeSpan poll, TimeProvider time)
{
    private const int Most = 256;

    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource<IRunClaim>> waiting = new();
    private bool running;
    private Task pump = Task.CompletedTask;

    /// <summary>Ends when nobody waits any more and what was claimed for those who left is handed back.</summary>
    public Task Ended
    {
        get
        {
            lock (gate)
            {
                return pump;
            }
        }
    }

    public async Task<IRunClaim> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var taker = new TaskCompletionSource<IRunClaim>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var impatience = cancellationToken.Register(() => GiveUp(taker, cancellationToken));
        lock (gate)
        {
            waiting.AddLast(taker);
            if (!running)
            {
                (running, pump) = (true, PumpAsync());
            }
        }

        return await taker.Task;
    }

    private void GiveUp(TaskCompletionSource<IRunClaim> taker, CancellationToken cancellationToken)
    {
        taker.TrySetCanceled(cancellationToken);
        news.Raise();
    }

    private async Task PumpAsync()
    {
        await Task.Yield();
        while (true)
        {
            var next = news.Next;
            if (Count() is not (> 0 and var count))
            {
                return;
            }

            try
            {
                // Not given up half-way: the server may have handed entries out by then.
                var (claims, coming) = await take(count);
                await HandOutAsync(claims);
                if (claims.Count < count)
                {
                    await WaitAsync(next, coming < poll ? coming.Value : poll);
                }
            }
            catch (Exception e)
            {
                Fail(e);
            }
        }
    }

    private int Count()
    {
        lock (gate)
        {
            for (var node = waiting.First; node is not null;)
            {
                var following = node.Next;
                if (node.Value.Task.IsCompleted)
                {
                    waiting.Remove(node);
                }

                node = following;
            }

            running = waiting.Count > 0;
            return Math.Min(waiting.Count, Most);
        }
    }

    private async Task HandOutAsync(IReadOnlyList<RedisClaim> claims)
    {
        foreach (var claim in claims)
        {
            if (!Give(claim))
            {
                // Whoever asked for it has gone meanwhile; it keeps its place.
                await claim.ReleaseAsync(CancellationToken.None);
            }
        }
    }

    private bool Give(RedisClaim claim)
    {
        lock (gate)
        {
            while (waiting.First is { } first)
            {
                waiting.RemoveFirst();
                if (first.Value.TrySetResult(claim))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private void Fail(Exception problem)
    {
        lock (gate)
        {
            foreach (var taker in waiting)
            {
                taker.TrySetException(problem);
            }
        }
    }

    private async Task WaitAsync(Task next, TimeSpan longest)
    {
        using var enough = new CancellationTokenSource();
        await Task.WhenAny(next, Task.Delay(longest, time, enough.Token));
        await enough.CancelAsync();
    }
}
