using System.Globalization;
using Legator.EndToEnd.Tests.Chaos;

namespace Legator.EndToEnd.Tests.Soak;

/// <summary>The distributed set under agents that never stop, with watches that break all the time, holds as much at the end as before. A quarter of an hour in <c>./test.sh --soak</c>.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Set_WhoseWatchesBreakAllTheTime_HoldsNoMoreThanBefore()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LEGATOR_SOAK_SECONDS") is null, "Part of ./test.sh --soak; LEGATOR_SOAK_SECONDS=30 for the short form.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads what processes hold from /proc.");
        var options = new SoakOptions();
        var timeline = new ChaosTimeline(options.Log);
        await using var set = await ChaosSet.StartAsync(null);
        var trial = new SoakTrial(set, options, timeline);
        var lines = await trial.RunAsync(TestContext.Current.CancellationToken);
        var report = string.Join('\n', lines.Select(line => line.Report).Prepend(string.Create(CultureInfo.InvariantCulture, $"{trial.Runs} runs, {trial.Drops} connections to the cluster cut")));
        timeline.Add(report);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        set.Members.ForEach(member => member.NoteDeath());
        set.Members.SelectMany(member => member.Deaths).ShouldBeEmpty();
        trial.Drops.ShouldBeGreaterThan(0);
        lines.Where(line => line.Growth > options.Allowed).Select(line => line.Name).ShouldBeEmpty($"These hold more and more:\n{report}");
    }
}
