using System.Diagnostics;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Tools.Sql;

namespace Legator.Runner.Tests.Faults;

/// <summary>Every call against every fault, all at the same time, with the memory watched that this takes. Runs once; the tests look at what came of it.</summary>
public sealed class FaultRounds : IAsyncLifetime
{
    private readonly Dictionary<(FaultCall, Fault), FaultOutcome> _outcomes = [];
    private readonly Cluster _cluster = new();

    /// <summary>Most bytes that were in use at once, above what was in use before.</summary>
    public long Memory { get; private set; }

    internal FaultOutcome Of(FaultCall call, Fault fault) => _outcomes[(call, fault)];

    public async ValueTask InitializeAsync()
    {
        await _cluster.InitializeAsync();
        var gate = Gates.Create(_cluster, sql: new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(2) });
        foreach (var call in FaultCalls.All)
        {
            // What is loaded and compiled for the first call of a tool is no cost of its server.
            await RunAsync(gate, call, Fault.ClosesEarly);
        }

        var idle = Used(collect: true);
        using var end = new CancellationTokenSource();
        var watching = WatchAsync(idle, end.Token);
        var pairs = FaultCalls.All.SelectMany(call => Enum.GetValues<Fault>().Select(fault => (call, fault))).ToList();
        var outcomes = await Task.WhenAll(pairs.Select(p => Task.Run(() => RunAsync(gate, p.call, p.fault))));
        await end.CancelAsync();
        await watching;
        foreach (var (pair, outcome) in pairs.Zip(outcomes))
        {
            _outcomes[pair] = outcome;
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static async Task<FaultOutcome> RunAsync(ToolGate gate, FaultCall call, Fault fault)
    {
        await using var server = new FaultyServer(fault, call.Preamble, call.ServerSpeaksFirst);
        var scope = call.Scope(server.Port);
        var watch = Stopwatch.StartNew();
        ToolResult result;
        try
        {
            result = await gate.RunAsync(call.Tool, call.Arguments(server.Port), scope).WaitAsync(call.Limit * 2);
            await scope.Resources.DisposeAsync();
        }
        catch (TimeoutException)
        {
            result = new ToolResult(false, "It hangs.");
        }

        var took = watch.Elapsed;
        for (var i = 0; i < 40 && server.OpenConnections > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return new FaultOutcome(result, took, server.OpenConnections, server.Sent);
    }

    private async Task WatchAsync(long idle, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Memory = Math.Max(Memory, Used(collect: false) - idle);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>What the process really holds, which also counts what the collector does not know of.</summary>
    private static long Used(bool collect)
    {
        if (collect)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }

        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
