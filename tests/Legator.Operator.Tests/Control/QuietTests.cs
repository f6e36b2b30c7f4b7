using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Control;

/// <summary>Where nothing happens nothing is written, however often everything is looked at.</summary>
public sealed class QuietTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    private const int MostMinutes = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Minute_InWhichNothingHappens_IsWithoutAnyWrite()
    {
        // Ahead of the clock that agents are created by, so that their first slots are past.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(5));
        await using var @operator = await StartAsync(time: time);
        foreach (var name in new[] { "bell", "one", "two" })
        {
            await CreateAsync(Samples.Agent(Namespace, name));
        }

        await RunsBecomeAsync("each agent has its run", runs => runs.Count == 3);

        // What was begun before may still be written in the first of them; a quiet set has a minute without any.
        var (written, minute) = (new List<string>(), 0);
        do
        {
            var before = await VersionsAsync();
            for (var second = 0; second < 60; second++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
            }

            await RingAsync(++minute);
            var after = await VersionsAsync();
            written = [.. after.Except(before).Select(entry => entry.Key)];
        }
        while (written.Count > 0 && minute < MostMinutes);

        written.ShouldBeEmpty();
    }

    /// <summary>An agent is changed and the Operator has answered: it is at work, and has come so far.</summary>
    private async Task RingAsync(int minute)
    {
        var patch = new JsonObject { ["spec"] = new JsonObject { ["description"] = $"Rung {minute} times" } };
        var changed = await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "bell", patch, Stop);
        await AgentBecomesAsync("the change is noticed", "bell", agent => agent.Status?.ObservedGeneration == changed.Metadata.Generation);
    }

    private async Task<Dictionary<string, string?>> VersionsAsync()
    {
        List<ObjectMeta> all =
        [
            .. (await Cluster.Client<LegatorAgent>().ListAsync(Namespace, null, Stop)).Items.Select(item => item.Metadata).Where(metadata => metadata.Name != "bell"),
            .. (await Cluster.Client<LegatorEnvironment>().ListAsync(Namespace, null, Stop)).Items.Select(item => item.Metadata),
            .. (await Cluster.Client<LegatorRun>().ListAsync(Namespace, null, Stop)).Items.Select(item => item.Metadata),
            .. (await Cluster.Client<ConfigMap>().ListAsync(Namespace, null, Stop)).Items.Select(item => item.Metadata),
            .. (await Cluster.Client<CoreEvent>().ListAsync(Namespace, null, Stop)).Items.Select(item => item.Metadata),
        ];
        return all.ToDictionary(metadata => $"{metadata.Name} {metadata.Uid}", metadata => metadata.ResourceVersion);
    }
}
