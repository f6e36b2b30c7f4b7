using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Benchmarks.Calls;

/// <summary>
/// What a call of a tool costs besides the tool itself: real runs of the embedded set make calls, one after the other, through gate and journal, and the time that the tool took is taken off.
/// The journal is SQLite with its ordinary settings: what it returned is on the disk.
/// </summary>
internal static class CallBenchmark
{
    private const int WarmUp = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var runs = args is ["--runs", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100;
        await using var site = await CallSite.StartAsync();
        var tools = new ConcurrentQueue<TimeSpan>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Legator.Runner.Gate",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => tools.Enqueue(activity.Duration),
        };
        ActivitySource.AddActivityListener(listener);
        var (overheads, took) = (new List<double>(), new List<double>());
        for (var i = 0; i < runs + WarmUp; i++)
        {
            tools.Clear();
            var events = await site.PlayAsync($"call-{i}");
            if (i >= WarmUp)
            {
                Take(events, [.. tools], overheads, took);
            }
        }

        Console.WriteLine($"{overheads.Count} calls of {CallSite.Tool} in {runs} runs");
        Print("gate + journal + plumbing", overheads);
        Print("the tool itself", took);
        Print("one flush to this disk", await FlushProbe.MeasureAsync(site.Folder));
        return 0;
    }

    /// <summary>From one call's outcome to the next one's, within a reply of the model: everything that a call needs, each part of it once.</summary>
    private static void Take(IReadOnlyList<RunEvent> events, TimeSpan[] tools, List<double> overheads, List<double> took)
    {
        var completed = events.Where(e => e.Data is ActionCompleted).ToList();
        for (var i = 1; i < completed.Count; i++)
        {
            if (events.Single(e => e.Sequence == completed[i].Sequence - 3).Data is ActionCompleted)
            {
                took.Add(tools[i].TotalMilliseconds);
                overheads.Add((completed[i].Time - completed[i - 1].Time - tools[i]).TotalMilliseconds);
            }
        }
    }

    private static void Print(string name, List<double> values)
    {
        values.Sort();
        double At(double share) => values[(int)(values.Count * share)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} p50 {At(0.5):F3} ms   p95 {At(0.95):F3} ms   p99 {At(0.99):F3} ms"));
    }
}
