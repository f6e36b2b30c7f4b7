using System.Globalization;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Every process and every server of the distributed set is killed, stopped, restarted, cut off and slowed down while runs go through whose side effects others count.</summary>
[Collection(nameof(ChaosAlone))]
public sealed class ChaosTests
{
    [Fact]
    public Task Set_OnLocalClusterInAStorm_LosesAndRepeatsNothing() => EndureAsync(null);

    [Fact]
    public Task Set_OnARealApiServerInAStorm_LosesAndRepeatsNothing()
    {
        var kubeconfig = Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LEGATOR_CHAOS_RUNS") is null, "Part of ./test.sh --chaos; the short form is on LocalCluster.");
        Assert.SkipWhen(string.IsNullOrEmpty(kubeconfig), "There is no API server: set LEGATOR_TEST_KUBECONFIG.");
        return EndureAsync(kubeconfig);
    }

    private static async Task EndureAsync(string? real)
    {
        var options = new ChaosOptions();
        var timeline = new ChaosTimeline(options.Log);
        timeline.Add(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed} (LEGATOR_CHAOS_SEED sets it), {options.Runs} runs"));
        await using var desk = new OrderDesk(loseEvery: 25);
        await desk.StartAsync();
        await using var set = await ChaosSet.StartAsync(real);
        try
        {
            var trial = new ChaosTrial(set, desk, options, timeline);
            await trial.RunAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\n\nWhat was done:\n{timeline}\n\nWhat the processes said last:\n{set.Output}", e);
        }
    }
}
