using System.Collections.Concurrent;
using System.Diagnostics;

namespace Legator.Benchmarks.LocalClusters;

/// <summary>Latencies of one kind of call.</summary>
internal sealed class Sample
{
    private readonly ConcurrentBag<double> milliseconds = [];

    public double Rate { get; private set; }

    public void Add(double value) => milliseconds.Add(value);

    /// <summary>The latency that the given share of calls stayed within.</summary>
    public double Percentile(double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    /// <summary>Makes calls 0..count-1 with a number of them under way at any time.</summary>
    public static async Task<Sample> RunAsync(int count, int concurrency, Func<int, Task> call)
    {
        var sample = new Sample();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await call(i);
                sample.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }));
        sample.Rate = count / watch.Elapsed.TotalSeconds;
        return sample;
    }
}
