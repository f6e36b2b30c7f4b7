using Legator.Core.Api;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The whole product is killed at random moments under load. No run is lost, none is doubled for a slot, every chain verifies, every run ends, no action is repeated.</summary>
public sealed class KillTests
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEGATOR_CHAOS_KILLS"), out var asked) ? asked : 8;

    [Fact]
    public async Task Product_KilledAtRandomMoments_LosesAndRepeatsNothing()
    {
        await using var product = new EmbeddedProduct("--no-quickstart");
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, ChaosFleet.Manifests(agents: 20));
        var random = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 4000)), TimeProvider.System);
            await product.KillAsync();
            await product.StartAsync();
        }

        await Kubectl.RunAsync(product.Kubeconfig, "delete", "legatoragents", "--all", "-n", ChaosFleet.Namespace);
        await Eventually.BecomesAsync("every run has ended", () => UnfinishedAsync(product), left => left == 0, TimeSpan.FromSeconds(90));
        await VerifyAsync(product);
    }

    private static async Task<int> UnfinishedAsync(EmbeddedProduct product) => (await product.RunsAsync()).Count(r => r.CompletedAt is null);

    private static async Task VerifyAsync(EmbeddedProduct product)
    {
        var runs = await product.RunsAsync();
        runs.Count.ShouldBeGreaterThan(20);
        runs.GroupBy(r => r.Name).ShouldAllBe(g => g.Count() == 1);
        foreach (var run in runs)
        {
            var journal = await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run.Name)}?namespace={run.Namespace}&limit=1000");
            journal.Chain.Verified.ShouldBeTrue($"{run.Name}: {journal.Chain.Problem}");
            journal.Events[^1].Data.ShouldBeOfType<RunFinished>();
            var intents = journal.Events.Select(e => e.Data).OfType<ActionIntended>().ToList();
            intents.Select(i => i.Seq).ShouldBeUnique($"{run.Name} executed an action twice");
            Restarts(journal).ShouldBeLessThanOrEqualTo(1, $"{run.Name} restarted the deployment twice");
        }
    }

    private static int Restarts(JournalPage journal)
    {
        var restarts = journal.Events.Select(e => e.Data).OfType<ActionJudged>().Where(a => a.Tool == "kubectl.rollout").Select(a => a.Seq).ToHashSet();
        return journal.Events.Select(e => e.Data).OfType<ActionCompleted>().Count(c => restarts.Contains(c.Seq) && c.Succeeded)
            + journal.Events.Select(e => e.Data).OfType<ActionInterrupted>().Count(i => restarts.Contains(i.Seq) && i.Outcome == InterruptedOutcome.Executed);
    }
}
