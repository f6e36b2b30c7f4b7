using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Agents;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Control;

/// <summary>The Operator is cut off for so long that the API has forgotten what happened since.</summary>
public sealed class LostHistoryTests(ShortMemoryCluster cluster) : OperatorTests(cluster), IClassFixture<ShortMemoryCluster>
{
    [Fact]
    public async Task CutOff_HistoryGone_TheOperatorListsAnewAndGoesOn()
    {
        await using var @operator = await StartAsync(settings: ("Cluster:Kubeconfig", cluster.Far));
        await CreateAsync(Samples.Agent(Namespace, "before"));
        await RunsBecomeAsync("a run before the cut", runs => runs.Count == 1);
        var seen = (await AgentAsync("before")).Metadata.ResourceVersion!;

        cluster.Line.Cut();
        await Cluster.Client<LegatorAgent>().DeleteAsync(Namespace, "before", default);
        await CreateAsync(Samples.Agent(Namespace, "meanwhile"));
        await Eventually.IsTrueAsync("the history to be gone", () => IsGoneAsync(seen));
        cluster.Line.Mend();

        await RunsBecomeAsync("a run of the agent made meanwhile", runs => runs.Any(run => run.Spec.AgentRef == "meanwhile"));
    }

    private async Task<bool> IsGoneAsync(string version)
    {
        await Cluster.Client<ConfigMap>().CreateAsync(Samples.Skill(Namespace, $"tick-{TimeProvider.System.GetTimestamp()}"), default);
        try
        {
            await foreach (var _ in Cluster.Client<LegatorAgent>().WatchAsync(Namespace, null, version, default))
            {
                return false;
            }

            return false;
        }
        catch (ClusterException exception) when (exception.IsGone)
        {
            return true;
        }
    }
}
