using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>What was done to the product, and when: stands in every failure.</summary>
internal sealed class ChaosTimeline(string? file)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Lock _gate = new();

    public void Add(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {_watch.Elapsed.TotalSeconds,7:0.0} s  {what}");
        _lines.Enqueue(line);
        if (file is not null)
        {
            lock (_gate)
            {
                File.AppendAllText(file, line + "\n");
            }
        }
    }

    public override string ToString() => string.Join('\n', _lines);
}
