using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Accounts;

/// <summary>An agent whose ServiceAccount nobody made gets one where the settings say so, and nobody else does.</summary>
public abstract class AgentAccountsTests(TestCluster cluster) : OperatorTests(cluster)
{
    private static readonly (string Key, string Value) Role = ("Operator:AgentClusterRole", "legator-agent-of-tests");

    [Fact]
    public async Task Run_OfAnAgentWithoutAnAccount_FindsOne()
    {
        await CreateAsync(Every("made"));
        await using var @operator = await StartAsync(settings: Role);
        await RunsBecomeAsync("a run", runs => runs.Count > 0);
        var account = await AccountAsync("made");
        account.ShouldNotBeNull().AutomountServiceAccountToken.ShouldBe(false);
        account.Metadata.OwnerReferences.ShouldNotBeNull().ShouldHaveSingleItem().Kind.ShouldBe("LegatorAgent");
    }

    [Fact]
    public async Task Run_WithoutTheSetting_MakesNone()
    {
        await CreateAsync(Every("without"));
        await using var @operator = await StartAsync();
        await RunsBecomeAsync("a run", runs => runs.Count > 0);
        (await AccountAsync("without")).ShouldBeNull();
    }

    [Fact]
    public async Task Run_OfAnAgentThatNamesAnAccount_MakesNone()
    {
        await CreateAsync(Every("names") with { Spec = Every("names").Spec with { ServiceAccountName = "somebody" } });
        await using var @operator = await StartAsync(settings: Role);
        await RunsBecomeAsync("a run", runs => runs.Count > 0);
        (await AccountAsync("names")).ShouldBeNull();
        (await AccountAsync("somebody")).ShouldBeNull();
    }

    [Fact]
    public async Task Run_OfAnAgentWithAnAccount_GivesItNoRights()
    {
        await Cluster.Client<ServiceAccount>().CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = "own", Namespace = Namespace } }, default);
        await CreateAsync(Every("own"));
        await using var @operator = await StartAsync(settings: Role);
        await RunsBecomeAsync("a run", runs => runs.Count > 0);
        (await AccountAsync("own")).ShouldNotBeNull().Metadata.OwnerReferences.ShouldBeNull();
        (await Bindings()).ShouldNotContain($"legator-agent:{Namespace}:own");
    }

    private LegatorAgent Every(string name)
    {
        var agent = Samples.Agent(Namespace, name);
        return agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Interval = "1s", Jitter = "0s" } } };
    }

    private Task<ServiceAccount?> AccountAsync(string name) => Cluster.Client<ServiceAccount>().GetAsync(Namespace, name, default);

    private async Task<IReadOnlyList<string?>> Bindings()
    {
        using var connection = new Backends.Kubernetes.ClusterConnection(new Backends.Kubernetes.ClusterOptions { Kubeconfig = Cluster.Kubeconfig }, TimeProvider.System);
        using var client = new Backends.Kubernetes.Dynamic.DynamicClient(connection);
        var kind = await client.ResolveAsync("clusterrolebindings", default);
        return [.. (await client.ListAsync(kind!, null, null, default)).Items.Select(b => (string?)b["metadata"]!["name"])];
    }
}
