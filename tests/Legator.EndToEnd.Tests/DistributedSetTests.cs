using System.Globalization;
using Legator.Backends.Tests.Servers;
using Legator.Core.Api;
using Legator.Core.Runs.Events;
using Legator.EndToEnd.Tests.Chaos;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests;

/// <summary>Two Operators, two Runners and the API as processes of their own, on a real API server, Redis and PostgreSQL.</summary>
public sealed class DistributedSetTests(PostgresServer postgres)
{
    // Runs of an earlier test on the same API server have their journal elsewhere.
    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"fleet-{Environment.ProcessId}");

    [Fact]
    public async Task Runners_OneKilledAndRedisFlushed_EveryRunEndsOnceAndVerifies()
    {
        // A queue of its own: runners that share one with another installation take its runs.
        await using var redis = new RedisServer();
        await using var product = new DistributedProduct(redis, postgres, _namespace);
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, ChaosFleet.Manifests(agents: 3, _namespace));
        await EndedAsync(product, atLeast: 3);

        await product.Runners[0].KillAsync();
        await redis.FlushAsync();

        var runs = await EndedAsync(product, atLeast: 6);
        runs.ShouldAllBe(r => r.Phase == "Succeeded", product.Output);
        runs.GroupBy(r => r.Name).ShouldAllBe(g => g.Count() == 1);
        foreach (var run in runs)
        {
            var journal = await product.GetAsync<JournalPage>($"{ApiPaths.Journal(run.Name)}?namespace={run.Namespace}&limit=1000");
            journal.Chain.Verified.ShouldBeTrue($"{run.Name}: {journal.Chain.Problem}");
            journal.Events[^1].Data.ShouldBeOfType<RunFinished>();
        }
    }

    private static async Task<IReadOnlyList<RunSummary>> EndedAsync(DistributedProduct product, int atLeast) =>
        await Eventually.BecomesAsync(
            $"{atLeast} runs have ended",
            async () => (await product.RunsAsync("counter-0")).Where(r => r.CompletedAt is not null).ToList(),
            runs => runs.Count >= atLeast,
            TimeSpan.FromSeconds(90));
}
