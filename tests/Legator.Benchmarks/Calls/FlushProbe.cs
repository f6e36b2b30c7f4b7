using System.Diagnostics;

namespace Legator.Benchmarks.Calls;

/// <summary>What the disk takes for the least that a durable journal can do.</summary>
internal static class FlushProbe
{
    public static async Task<List<double>> MeasureAsync(string folder)
    {
        var taken = new List<double>();
        await using var file = new FileStream(Path.Combine(folder, "probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var page = new byte[4096];
        for (var i = 0; i < 500; i++)
        {
            var start = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return taken;
    }
}
