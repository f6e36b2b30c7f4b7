using System.Collections.Concurrent;
using System.Diagnostics;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Tools.Sql;

namespace Legator.Runner.Tests.Faults;

/// <summary>Every call against every fault, at the same time where that is fair, with the memory watched that this takes. Runs once; the tests look at what came of it.</summary>
public sealed class FaultRounds : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(FaultCall, Fault), FaultOutcome> _outcomes = [];
    private readonly Cluster _cluster = new();

    /// <summary>Most bytes that were in use at once, above what was in use before.</summary>
    public long Memory { get; private set; }

    internal ToolGate Gate { get; private set; } = null!;

    /// <summary>The same for statements that really take their time on a busy machine.</summary>
    internal ToolGate PatientGate { get; private set; } = null!;

    internal FaultOutcome Of(FaultCall call, Fault fault) => _outcomes[(call, fault)];

    public async ValueTask InitializeAsync()
    {
        await _cluster.InitializeAsync();
        Gate = Gates.Create(_cluster, sql: new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(2), ConnectTimeout = TimeSpan.FromSeconds(2) });
        PatientGate = Gates.Create(_cluster, sql: new SqlOptions { StatementTimeout = TimeSpan.FromMinutes(1), ConnectTimeout = TimeSpan.FromMinutes(1) });
        foreach (var call in FaultCalls.All)
        {
            // What is loaded and compiled for the first call of a tool is no cost of its server.
            await RunAsync(Gate, call, Fault.ClosesEarly);
        }

        var pairs = FaultCalls.All.SelectMany(call => Enum.GetValues<Fault>().Select(fault => (call, fault))).ToList();
        Memory = await MeasureAsync(() => Task.WhenAll(pairs.Where(p => p.fault != Fault.Floods).Select(p => Task.Run(() => KeepAsync(p.call, p.fault)))));
        foreach (var (call, fault) in pairs.Where(p => p.fault == Fault.Floods))
        {
            Memory = Math.Max(Memory, await MeasureAsync(() => KeepAsync(call, fault)));
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private async Task KeepAsync(FaultCall call, Fault fault) => _outcomes[(call, fault)] = await RunAsync(Gate, call, fault);

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
        for (var i = 0; i < 400 && server.OpenConnections > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return new FaultOutcome(result, took, server.OpenConnections, server.Sent);
    }

    /// <summary>Does something and says how many bytes more were in use meanwhile than before.</summary>
    public static async Task<long> MeasureAsync(Func<Task> work)
    {
        var idle = Used(collect: true);
        var most = 0L;
        var working = work();
        while (!working.IsCompleted)
        {
            most = Math.Max(most, Used(collect: false) - idle);
            await Task.WhenAny(working, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        await working;
        return most;
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
