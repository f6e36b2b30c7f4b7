using System.Diagnostics;
using System.Globalization;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Guardrails;

namespace Legator.Benchmarks.Gates;

/// <summary>Times single calls, one by one, so that the slow ones show: median and percentiles where BenchmarkDotNet gives the mean of many.</summary>
internal static class GateHistogram
{
    private const int WarmUp = 30_000;

    private static readonly int[] Sizes = [10, 100, 1000, 10_000];

    public static int Run(string[] args)
    {
        var samples = args is ["--samples", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine($"{"",-34} {"p50 µs",8} {"p95 µs",8} {"p99 µs",8} {"bytes",8}  verdict");
        foreach (var call in GateCall.Ordinary)
        {
            Print($"classify {call}", Measure(() => StandardClassifiers.Classify(call.Tool, call.Arguments, ClassificationContext.Empty), samples), StandardClassifiers.Classify(call.Tool, call.Arguments, ClassificationContext.Empty).Tier.WireName());
        }

        Print("digest", Measure(() => ActionDigest.Of(GateCall.Ordinary[0].Tool, GateCall.Ordinary[0].Arguments), samples), "");
        foreach (var call in GateCall.Ordinary)
        {
            foreach (var size in Sizes)
            {
                Gate($"{call} gate, {size} entries", new GateSite(GateSheet.Of(size)), call, samples);
            }
        }

        foreach (var (verb, tool) in new[] { ("get", "kubectl.get"), ("list", "kubectl.get"), ("restart", "kubectl.rollout") })
        {
            foreach (var size in Sizes)
            {
                Chain($"{verb} by the chain, {size} entries", new GateSite(GateSheet.Of(size)), tool, verb, samples);
                Chain($"{verb} by the chain, {size} of one tool", new GateSite(GateSheet.OfOneTool(size)), tool, verb, samples);
            }
        }

        foreach (var size in Sizes)
        {
            Gate($"one tool, {size} entries", new GateSite(GateSheet.OfOneTool(size)), GateCall.Ordinary[0], samples);
        }

        return 0;
    }

    private static void Gate(string name, GateSite site, GateCall call, int samples)
    {
        var verdict = site.Judge(call);
        Print(name, Measure(() => site.Judge(call, withDigest: false), samples), $"{verdict.Outcome} {verdict.Reason}");
    }

    private static void Chain(string name, GateSite site, string tool, string verb, int samples)
    {
        var kind = KubernetesKinds.Find(verb == "restart" ? "deploy" : "pods")!;
        var operation = new KubernetesOperation(verb, kind, "shop-15", verb == "list" ? null : "web-500");
        Verdict Judge() => site.Judge(tool, CallClassification.Of(KubernetesClassifier.Classify(operation)), default);
        Print(name, Measure(Judge, samples), Judge().Reason.ToString());
    }

    private static (long[] Ticks, long Bytes) Measure<T>(Func<T> what, int samples)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            what();
        }

        var ticks = new long[samples];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            what();
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / samples;
        Array.Sort(ticks);
        return (ticks, bytes);
    }

    private static void Print(string name, (long[] Ticks, long Bytes) measured, string verdict)
    {
        double At(double share) => measured.Ticks[(int)(measured.Ticks.Length * share)] * 1e6 / Stopwatch.Frequency;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {At(0.5),8:F2} {At(0.95),8:F2} {At(0.99),8:F2} {measured.Bytes,8}  {verdict}"));
    }
}
