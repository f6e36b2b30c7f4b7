using System.Globalization;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Lets faults come one after the other and side by side: first each kind once, in an order that is drawn, then any until it is enough. Which come follows from the seed alone; each waits until runs have got on since the one before.</summary>
/// <param name="faults">What may happen.</param>
/// <param name="random">Draws.</param>
/// <param name="timeline">Is told.</param>
/// <param name="acted">Runs that have acted so far.</param>
/// <param name="enough">So many are enough.</param>
internal sealed class ChaosStorm(ChaosFaults faults, Random random, ChaosTimeline timeline, Func<int> acted, int enough)
{
    private const int RunsToAFault = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(3);
    private const int MostAtOnce = 3;
    private readonly Dictionary<string, Task> _struck = [];
    private int _count;

    /// <summary>How many faults there were.</summary>
    public int Count => _count;

    public async Task RageAsync()
    {
        var kinds = faults.Kinds();
        var first = kinds.ToArray();
        random.Shuffle(first);
        foreach (var kind in first)
        {
            await StrikeAsync(kind());
        }

        while (_count < enough / RunsToAFault)
        {
            await StrikeAsync(kinds[random.Next(kinds.Count)]());
        }

        await GotOnAsync(enough);
    }

    /// <summary>Waits until everything is whole again.</summary>
    public Task CalmAsync() => Task.WhenAll(_struck.Values);

    private Task GotOnAsync(int least) => Eventually.BecomesAsync($"{least} runs have acted", () => Task.FromResult(acted()), count => count >= least, LongestPause);

    private async Task StrikeAsync(ChaosFault fault)
    {
        await GotOnAsync(_count * Math.Min(RunsToAFault, enough / faults.Kinds().Count));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 900)), TimeProvider.System);
        await Task.WhenAll(fault.Touches.Select(who => _struck.GetValueOrDefault(who, Task.CompletedTask)));
        while (_struck.Values.Distinct().Count(task => !task.IsCompleted) >= MostAtOnce)
        {
            await Task.WhenAny(_struck.Values.Where(task => !task.IsCompleted));
        }

        var number = ++_count;
        var striking = StrikeAsync(fault, number);
        foreach (var who in fault.Touches)
        {
            _struck[who] = striking;
        }
    }

    private async Task StrikeAsync(ChaosFault fault, int number)
    {
        timeline.Add(string.Create(CultureInfo.InvariantCulture, $"{number}. {fault.What}, for {fault.Lasts.TotalSeconds:0.0} s"));
        await fault.StrikeAsync();
        await Task.Delay(fault.Lasts, TimeProvider.System);
        await fault.HealAsync();
        timeline.Add(string.Create(CultureInfo.InvariantCulture, $"{number}. over"));
    }
}
