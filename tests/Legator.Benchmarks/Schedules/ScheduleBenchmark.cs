using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Legator.Benchmarks.LocalClusters;
using Legator.Benchmarks.Queues;
using Legator.Core.Runs;

namespace Legator.Benchmarks.Schedules;

/// <summary>Many agents that are due in one second: how long after that second their runs are on the queue, and that each has exactly one. Beside it Quartz.NET with the same jobs.</summary>
internal static class ScheduleBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var agents = args is ["--agents", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000;
        await using var redis = await RedisUnderTest.StartAsync();
        await using var local = await BenchmarkServer.StartLocalClusterAsync();
        await using var @operator = new OperatorUnderTest(local.Kubeconfig, redis.Connection);
        var fleet = new Fleet(local.Http);
        await fleet.PrepareAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"Operator without agents: {@operator.Megabytes:0} MB");

        var soon = DateTimeOffset.UtcNow.AddSeconds(90 + (agents / 100));
        var due = new DateTimeOffset(soon.Year, soon.Month, soon.Day, soon.Hour, soon.Minute, 0, TimeSpan.Zero);
        var made = await fleet.CreateAsync(agents, due);
        Console.WriteLine($"{agents} agents made, {made.Rate:0} a second");
        var watch = Stopwatch.StartNew();
        while (await fleet.ReadyAsync() is var (ready, problem) && ready < agents)
        {
            Console.Error.WriteLine($"{ready} ready {problem}");
            if (DateTimeOffset.UtcNow > due)
            {
                throw new InvalidOperationException("The slot came before all agents were ready.");
            }

            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        Console.WriteLine($"all ready after another {watch.Elapsed.TotalSeconds:0} s; Operator with {agents} agents: {@operator.Megabytes:0} MB");
        await using var queue = new RunQueueUnderTest(redis.Connection);
        Print("Legator: given out by the queue after the slot", await TakenAsync(queue.Queue, agents, due));
        var runs = await fleet.RunsAsync();
        Console.WriteLine($"runs: {runs.Count}, agents with one: {runs.Distinct().Count()}; Operator: {@operator.Megabytes:0} MB");
        await @operator.DisposeAsync();
        Print("Quartz.NET: on the queue after the time of the jobs", await QuartzPeer.RunAsync(agents, fleet, queue));
        return 0;
    }

    /// <summary>Takes each run as soon as the queue gives it out, as idle runners would.</summary>
    private static async Task<List<double>> TakenAsync(IRunQueue queue, int agents, DateTimeOffset due)
    {
        var after = new ConcurrentBag<double>();
        using var enough = new CancellationTokenSource(due.AddMinutes(3) - DateTimeOffset.UtcNow);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            try
            {
                while (after.Count < agents)
                {
                    await queue.DequeueAsync(enough.Token);
                    after.Add((DateTimeOffset.UtcNow - due).TotalMilliseconds);
                    if (after.Count >= agents)
                    {
                        await enough.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                // All are there, or the time is up.
            }
        }));
        return [.. after.Order()];
    }

    private static void Print(string what, List<double> milliseconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-52} p50 {At(milliseconds, 0.5):0} ms   p99 {At(milliseconds, 0.99):0} ms   last {milliseconds.LastOrDefault():0} ms   ({milliseconds.Count})"));

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)(sorted.Count * share)];
}
