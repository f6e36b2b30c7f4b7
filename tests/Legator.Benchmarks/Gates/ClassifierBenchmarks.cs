using BenchmarkDotNet.Attributes;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Benchmarks.Gates;

/// <summary>Each classifier on an ordinary call of its language, and the digest of the call.</summary>
[MemoryDiagnoser]
public class ClassifierBenchmarks
{
    [ParamsSource(nameof(Calls))]
    public GateCall Call { get; set; } = GateCall.Ordinary[0];

    public static IEnumerable<GateCall> Calls => GateCall.Ordinary;

    [Benchmark]
    public CallClassification Classify() => StandardClassifiers.Classify(Call.Tool, Call.Arguments, ClassificationContext.Empty);

    [Benchmark]
    public ActionDigest Digest() => ActionDigest.Of(Call.Tool, Call.Arguments);
}
