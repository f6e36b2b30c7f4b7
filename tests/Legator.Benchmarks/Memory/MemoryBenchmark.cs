using System.Diagnostics;
using System.Globalization;
using Legator.Benchmarks.Journals;
using Legator.Benchmarks.LocalClusters;
using Legator.Benchmarks.Queues;
using Legator.Benchmarks.Schedules;

namespace Legator.Benchmarks.Memory;

/// <summary>Resident memory of the Operator, a process of its own on Redis and PostgreSQL: idle, with a thousand agents, and with as many agents and finished runs as are asked for.</summary>
internal static class MemoryBenchmark
{
    private const int Few = 1000;

    /// <summary>Belongs to what is measured: resident memory a minute after the last change.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var agents = Option(args, "--agents", 10_000);
        var runs = Option(args, "--runs", 100_000);
        await using var redis = await RedisUnderTest.StartAsync();
        await using var postgres = await BenchmarkPostgres.StartAsync(null);
        await using var local = await BenchmarkServer.StartLocalClusterAsync();
        await using var @operator = new OperatorUnderTest(local.Kubeconfig, redis.Connection, postgres.Connection);
        var fleet = new Fleet(local.Http);
        await fleet.PrepareAsync();
        await ShowAsync("idle", @operator);

        var tomorrow = DateTimeOffset.UtcNow.AddHours(-2);
        await fleet.CreateAsync(Math.Min(Few, agents), tomorrow);
        await ReadyAsync(fleet, Math.Min(Few, agents));
        await ShowAsync($"{Math.Min(Few, agents):N0} agents", @operator);

        await fleet.CreateAsync(agents, tomorrow);
        await ReadyAsync(fleet, agents);
        var finished = new FinishedRuns(local.Http, agents);
        var made = await Sample.RunAsync(runs, 64, finished.MakeAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs:N0} finished runs made, {made.Rate:0} a second"));
        await ShowAsync(string.Create(CultureInfo.InvariantCulture, $"{agents:N0} agents, {runs:N0} runs"), @operator);
        await @operator.RestartAsync();
        await ShowAsync("the same after a restart", @operator);
        return 0;
    }

    /// <summary>Waits until the Operator has reviewed every agent. Seldom asked: reading ten thousand agents is work for the server that is a part of what is measured.</summary>
    private static async Task ReadyAsync(Fleet fleet, int agents)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(AskAgain, TimeProvider.System);
        while (await fleet.ReadyAsync() is var (ready, problem) && ready < agents)
        {
            if (watch.Elapsed > Longest)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"After {Longest.TotalMinutes:0} minutes expected: {agents:N0} agents are Ready. Last seen: {ready:N0}, {problem}"));
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>After a rest, for what is needed for a moment only does not count; the peak says what that was.</summary>
    private static async Task ShowAsync(string what, OperatorUnderTest @operator)
    {
        await Task.Delay(Rest, TimeProvider.System);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {@operator.Megabytes,6:0} MB   (peak {@operator.MostMegabytes:0} MB)"));
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
