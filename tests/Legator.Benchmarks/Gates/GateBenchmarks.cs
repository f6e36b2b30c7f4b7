using BenchmarkDotNet.Attributes;
using Legator.Core.Guardrails;

namespace Legator.Benchmarks.Gates;

/// <summary>The whole gate on one call, for sheets of every size: time and allocations.</summary>
[MemoryDiagnoser]
public class GateBenchmarks
{
    private GateSite _mixed = null!;
    private GateSite _oneTool = null!;

    [Params(10, 100, 1000, 10_000)]
    public int Entries { get; set; }

    [ParamsSource(nameof(Calls))]
    public GateCall Call { get; set; } = GateCall.Ordinary[0];

    public static IEnumerable<GateCall> Calls => GateCall.Ordinary;

    [GlobalSetup]
    public void Setup() => (_mixed, _oneTool) = (new GateSite(GateSheet.Of(Entries)), new GateSite(GateSheet.OfOneTool(Entries)));

    [Benchmark(Baseline = true)]
    public Verdict ManyTools() => _mixed.Judge(Call, withDigest: false);

    [Benchmark]
    public Verdict ManyToolsAndDigest() => _mixed.Judge(Call);

    [Benchmark]
    public Verdict OneTool() => _oneTool.Judge(Call, withDigest: false);
}
