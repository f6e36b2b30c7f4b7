using Legator.Backends.Kubernetes.WorkQueues;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Backends.Tests.Kubernetes;

public sealed class WorkQueueTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly WorkQueue<string> queue;

    public WorkQueueTests() => queue = new WorkQueue<string>(time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task Add_SameKeyTwice_WaitsOnce()
    {
        queue.Add("a");
        queue.Add("a");

        queue.Count.ShouldBe(1);
        (await queue.TakeAsync(Stop)).ShouldBe("a");
        queue.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Add_WhileWorkedOn_IsOfferedAfterDoneOnly()
    {
        queue.Add("a");
        await queue.TakeAsync(Stop);
        queue.Add("a");
        var next = queue.TakeAsync(Stop);
        next.IsCompleted.ShouldBeFalse();

        queue.Done("a");

        (await next).ShouldBe("a");
    }

    [Fact]
    public async Task Take_LowAndNormal_NormalFirstAndEachOnce()
    {
        queue.Add("resync", WorkPriority.Low);
        queue.Add("raised", WorkPriority.Low);
        queue.Add("change");
        queue.Add("raised");

        var order = new[] { await queue.TakeAsync(Stop), await queue.TakeAsync(Stop), await queue.TakeAsync(Stop) };

        order.ShouldBe(["change", "raised", "resync"]);
        queue.Count.ShouldBe(0);
    }

    [Fact]
    public void AddAfter_SeveralDelays_TheShortestCounts()
    {
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.AddAfter("a", TimeSpan.FromSeconds(3));
        queue.AddAfter("a", TimeSpan.FromSeconds(20));

        time.Advance(TimeSpan.FromSeconds(2));
        queue.Count.ShouldBe(0);
        time.Advance(TimeSpan.FromSeconds(1));
        queue.Count.ShouldBe(1);
    }

    [Fact]
    public void AddRateLimited_ManyFailures_GrowsToTheLimitAndNeverEnds()
    {
        var delays = Enumerable.Range(0, 100).Select(_ => queue.AddRateLimited("a")).ToList();

        delays[0].ShouldBe(TimeSpan.FromMilliseconds(250));
        delays[1].ShouldBe(TimeSpan.FromMilliseconds(500));
        delays[99].ShouldBe(TimeSpan.FromMinutes(5));
        queue.Forget("a");
        queue.AddRateLimited("a").ShouldBe(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task Loop_ReconcileFails_IsTriedAgainUntilItWorks()
    {
        var tries = 0;
        var heartbeats = new QuietHeartbeats();
        using var end = new CancellationTokenSource();
        var loop = new WorkLoop<string>("test", queue, Reconcile, time, NullLogger.Instance, heartbeats);
        var running = loop.RunAsync(2, end.Token);
        queue.Add("a");

        await Eventually.IsTrueAsync("the third try works", () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Volatile.Read(ref tries) == 3;
        });

        await end.CancelAsync();
        await running;
        queue.Failures("a").ShouldBe(0);

        Task<ReconcileResult> Reconcile(string key, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref tries) < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult(ReconcileResult.Done);
    }

    [Fact]
    public async Task Loop_ReconcileHangs_IsReported()
    {
        var heartbeats = new QuietHeartbeats();
        using var end = new CancellationTokenSource();
        var loop = new WorkLoop<string>("test", queue, (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, time, token).ContinueWith(_ => ReconcileResult.Done, TaskScheduler.Default), time, NullLogger.Instance, heartbeats);
        var running = loop.RunAsync(1, end.Token);
        queue.Add("stuck");
        await Eventually.IsTrueAsync("the key is taken", () => queue.Count == 0);

        await Eventually.IsTrueAsync("the hang is reported", () =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return heartbeats.Problem?.Contains("stuck", StringComparison.Ordinal) == true;
        });

        await end.CancelAsync();
        await running;
    }
}
