using System.Globalization;

namespace Legator.EndToEnd.Tests.Soak;

/// <summary>The measures of one process, and whether they climb. The first third does not count: caches fill in it.</summary>
internal sealed class HeapLine(string name, IReadOnlyList<HeapSample> samples)
{
    private readonly IReadOnlyList<HeapSample> _second = [.. samples.Skip(samples.Count / 3).Take(samples.Count / 3)];
    private readonly IReadOnlyList<HeapSample> _last = [.. samples.Skip(samples.Count / 3 * 2)];

    public string Name { get; } = name;

    /// <summary>How much more the heap held in the last third than in the second, in bytes: each time at the least, for what is on its way at a moment only adds to what is kept.</summary>
    public double Growth => _last.Min(s => s.Heap) - _second.Min(s => s.Heap);

    public string Report => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-12} heap at the least {_second.Min(s => s.Heap) / 1e6:0.00} -> {_last.Min(s => s.Heap) / 1e6:0.00} MB (medians {Median(_second, s => s.Heap) / 1e6:0.00} -> {Median(_last, s => s.Heap) / 1e6:0.00}), {Slope(s => s.Runs) * 1000 / 1e6:+0.00;-0.00} MB per 1,000 runs, {Slope(s => s.Drops) * 100 / 1e6:+0.000;-0.000} MB per 100 drops; resident {Median(_second, s => s.Resident) / 1e6:0} -> {Median(_last, s => s.Resident) / 1e6:0} MB");

    /// <summary>Bytes of heap for each unit, by least squares.</summary>
    private double Slope(Func<HeapSample, double> unit)
    {
        List<HeapSample> counted = [.. _second, .. _last];
        var (x, y) = (counted.Average(unit), counted.Average(s => s.Heap));
        var spread = counted.Sum(s => Math.Pow(unit(s) - x, 2));
        return spread == 0 ? 0 : counted.Sum(s => (unit(s) - x) * (s.Heap - y)) / spread;
    }

    private static double Median(IReadOnlyList<HeapSample> part, Func<HeapSample, double> of) => part.Select(of).Order().ElementAt(part.Count / 2);
}
