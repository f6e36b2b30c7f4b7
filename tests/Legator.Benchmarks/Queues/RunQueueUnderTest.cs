using System.Collections.Concurrent;
using System.Diagnostics;
using Legator.Backends.Queues;
using Legator.Core.Runs;
using Legator.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Benchmarks.Queues;

/// <summary>The product's run queue as a service gets it, with everything that it does for a run: one entry a run, turns of namespaces, priorities, claims that can be taken back.</summary>
internal sealed class RunQueueUnderTest : IAsyncDisposable
{
    private const int Namespaces = 8;

    private readonly IHost host;

    public RunQueueUnderTest(string connection)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:queue"] = connection;
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        builder.AddRunQueue();
        host = builder.Build();
    }

    public IRunQueue Queue => host.Services.GetRequiredService<IRunQueue>();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    /// <summary>Jobs a second, from the first that is offered to the last that is completed.</summary>
    public async Task<double> ThroughputAsync(QueueLoad load)
    {
        await Queue.CountAsync(default);
        using var enough = new CancellationTokenSource();
        var (offered, done) = (-1, 0);
        var takers = Enumerable.Range(0, load.Concurrency).Select(_ => TakeAsync(claim => Interlocked.Increment(ref done) == load.Jobs, enough)).ToList();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, load.Concurrency).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref offered); i < load.Jobs; i = Interlocked.Increment(ref offered))
            {
                await Queue.EnqueueAsync(Entry(i), default);
            }
        }));
        await Task.WhenAll(takers);
        return load.Jobs / watch.Elapsed.TotalSeconds;
    }

    /// <summary>How long runs wait for a taker that has nothing else to do, at a fixed pace; the first second only warms up.</summary>
    public async Task<List<double>> LatencyAsync(QueueLoad load)
    {
        var count = load.PerSecond * load.Seconds;
        var offeredAt = new long[count];
        var waits = new ConcurrentBag<double>();
        using var enough = new CancellationTokenSource();
        var done = 0;
        var takers = Enumerable.Range(0, load.Concurrency).Select(_ => TakeAsync(
            claim =>
            {
                var i = int.Parse(claim.Entry.Run.Name.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);
                if (i >= load.PerSecond)
                {
                    waits.Add(Stopwatch.GetElapsedTime(offeredAt[i]).TotalMilliseconds);
                }

                return Interlocked.Increment(ref done) == count;
            },
            enough)).ToList();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count;)
        {
            for (var due = Math.Min(count, (int)(watch.Elapsed.TotalSeconds * load.PerSecond)); i < due; i++)
            {
                offeredAt[i] = Stopwatch.GetTimestamp();
                _ = Queue.EnqueueAsync(Entry(i), default);
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(takers);
        return [.. waits.Order()];
    }

    private static RunQueueEntry Entry(int i) => new(new RunKey($"bench-{i % Namespaces}", $"run-{i}"), i % 4 == 0 ? RunPriority.Interactive : RunPriority.Scheduled);

    private async Task TakeAsync(Func<IRunClaim, bool> isLast, CancellationTokenSource enough)
    {
        try
        {
            while (true)
            {
                var claim = await Queue.DequeueAsync(enough.Token);
                var last = isLast(claim);
                await claim.CompleteAsync(default);
                if (last)
                {
                    await enough.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // All jobs are through.
        }
    }
}
