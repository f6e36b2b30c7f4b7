using System.Globalization;
using StackExchange.Redis;

namespace Legator.Benchmarks.Queues;

/// <summary>The run queue beside BullMQ, in turns on one Redis server with its append-only file on.</summary>
internal static class QueueBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var load = new QueueLoad(Number(args, "--jobs", 50_000), Number(args, "--concurrency", 64), 1000, Math.Max(2, Number(args, "--seconds", 6)));
        var rounds = Number(args, "--rounds", 3);
        await using var redis = await RedisUnderTest.StartAsync();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(redis.Connection);
        var bull = args.Contains("--alone") ? null : await BullPeer.InstallAsync();
        var (ours, theirs, waits) = (new List<double>(), new List<BullResult>(), new List<List<double>>());
        for (var round = 0; round <= rounds; round++)
        {
            await admin.GetServers()[0].FlushAllDatabasesAsync();
            await using (var queue = new RunQueueUnderTest(redis.Connection))
            {
                var rate = await queue.ThroughputAsync(round == 0 ? load with { Jobs = load.Jobs / 5 } : load);
                if (round == 0)
                {
                    continue;
                }

                ours.Add(rate);
                waits.Add(await queue.LatencyAsync(load));
            }

            await admin.GetServers()[0].FlushAllDatabasesAsync();
            if (bull is not null)
            {
                theirs.Add(await bull.MeasureAsync(redis.Port, load));
            }
        }

        Print(load, ours, theirs, waits);
        return 0;
    }

    private static void Print(QueueLoad load, List<double> ours, List<BullResult> theirs, List<List<double>> waits)
    {
        Console.WriteLine($"{load.Jobs} jobs, {load.Concurrency} producers and {load.Concurrency} takers in one process, Redis with appendonly yes and appendfsync everysec; {ours.Count} rounds in turns");
        Line("Legator, jobs/s (8 namespaces take turns, 2 priorities)", ours);
        Line($"Legator, wait for a claim at {load.PerSecond}/s, p50 in ms", waits.ConvertAll(wait => wait[wait.Count / 2]));
        Line($"Legator, wait for a claim at {load.PerSecond}/s, p99 in ms", waits.ConvertAll(wait => wait[(int)(wait.Count * 0.99)]));
        if (theirs.Count == 0)
        {
            return;
        }

        Line("BullMQ, jobs/s, added one at a time (one line, no turns)", theirs.ConvertAll(result => result.Single));
        Line("BullMQ, jobs/s, added 256 at a time", theirs.ConvertAll(result => result.Bulk));
        Line($"BullMQ, wait for a claim at {load.PerSecond}/s, p50 in ms", theirs.ConvertAll(result => result.P50));
        Line($"BullMQ, wait for a claim at {load.PerSecond}/s, p99 in ms", theirs.ConvertAll(result => result.P99));
        Line("Legator's rate over the better one of BullMQ's", [.. ours.Zip(theirs, (our, their) => our / Math.Max(their.Single, their.Bulk))]);
    }

    private static void Line(string what, List<double> rounds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-60} {rounds.Average(),10:0.##}   ({string.Join(" ", rounds.Select(value => value.ToString("0.##", CultureInfo.InvariantCulture)))})"));

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
