using System.Diagnostics;
using System.Globalization;
using Legator.Backends.Journals;
using Legator.Backends.Signatures;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Benchmarks.Journals;

/// <summary>How many events a second many runs at once bring into PostgreSQL, server and writer on one machine.</summary>
internal static class JournalBenchmark
{
    private const int AtOnce = 512;

    public static async Task<int> RunAsync(string[] args)
    {
        var events = int.Parse(Option(args, "--events") ?? "400000", CultureInfo.InvariantCulture);
        await using var server = await BenchmarkPostgres.StartAsync(Option(args, "--connection"));
        using var host = Host(server.Connection);
        var journal = host.Services.GetRequiredService<IRunJournal>();
        await WriteAsync(journal, "warm-up", 1000);
        var runs = events / JournalLoad.Events;
        using var stop = new CancellationTokenSource();
        var maker = host.Services.GetRequiredService<CheckpointMaker>();
        var key = CheckpointKey.Generate();
        var checkpoints = CheckpointAsync(maker, key, stop.Token);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var taken = await WriteAsync(journal, "bench", runs);
        Say("events appended, with checkpoints", runs * JournalLoad.Events, taken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  of a processor's time the writer took {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / (runs * JournalLoad.Events):F1} µs an event"));
        await stop.CancelAsync();
        await checkpoints;
        await VerifyAsync(host.Services.GetRequiredService<IAuditLog>(), key);
        return 0;
    }

    /// <summary>As the Operator does it, only every second.</summary>
    private static async Task CheckpointAsync(CheckpointMaker maker, CheckpointKey key, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            while (await maker.MakeAsync(key, DateTimeOffset.UtcNow, CancellationToken.None) is not null)
            {
            }

            await Task.Delay(1000, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        while (await maker.MakeAsync(key, DateTimeOffset.UtcNow, CancellationToken.None) is not null)
        {
        }
    }

    private static async Task VerifyAsync(IAuditLog log, CheckpointKey key)
    {
        var newest = (await log.NewestAsync(CancellationToken.None))!.Checkpoint;
        var head = new AuditHead(newest.Number, newest.Digest(), newest.Time, key.Key);
        for (var round = 0; round < 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var verifier = new AuditVerifier(new TrustedKeys(key.PublicPem));
            await AuditCheck.RunAsync(AuditWalk.ReadAsync(log, withUnsigned: true, CancellationToken.None), verifier, _ => { }, CancellationToken.None);
            var report = verifier.Complete(head with { Signature = key.Sign(head.Payload()) }, mayBeBehind: true);
            Say($"events verified ({(report.Verified ? "all is well" : report.Problems[0])})", report.Events, Stopwatch.GetElapsedTime(start));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  of a processor's time the verifier took {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / report.Events:F1} µs an event"));
        }
    }

    private static async Task<TimeSpan> WriteAsync(IRunJournal journal, string prefix, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= runs; i = Interlocked.Increment(ref next))
            {
                await JournalLoad.WriteAsync(journal, new RunKey("agents", string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}")));
            }
        })));
        return Stopwatch.GetElapsedTime(start);
    }

    private static IHost Host(string connection)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:journal"] = connection;
        builder.AddRunJournal();
        return builder.Build();
    }

    private static void Say(string what, long count, TimeSpan taken) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {count,10:N0} in {taken.TotalSeconds,7:F2} s   {count / taken.TotalSeconds,10:N0} a second"));

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
