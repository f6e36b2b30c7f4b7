using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Legator.Benchmarks.Gates;

/// <summary>Measures the gate: <c>gate</c> gives percentiles within a minute, <c>gate full</c> runs BenchmarkDotNet.</summary>
internal static class GateBenchmark
{
    public static int Run(string[] args)
    {
        if (args is not ["full", ..])
        {
            return GateHistogram.Run(args);
        }

        var config = DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary).AddColumn(StatisticColumn.P50, StatisticColumn.P95);
        BenchmarkRunner.Run([typeof(ClassifierBenchmarks), typeof(GateBenchmarks)], config, args[1..]);
        return 0;
    }
}
