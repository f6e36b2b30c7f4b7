using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Operator.Tests.Clusters;

/// <summary>What tests of the whole Operator share: a namespace, a folder, and questions to the API.</summary>
public abstract class OperatorTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    protected TestCluster Cluster { get; } = cluster;

    protected string Namespace { get; private set; } = "";

    public async ValueTask InitializeAsync() => Namespace = await Cluster.NamespaceAsync();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal Task<OperatorHost> StartAsync(IRunQueue? queue = null, TimeProvider? time = null, params (string Key, string Value)[] settings) =>
        OperatorHost.StartAsync(Cluster, Namespace, folder, queue, time, settings);

    internal Task<LegatorAgent> CreateAsync(LegatorAgent agent) => Cluster.Client<LegatorAgent>().CreateAsync(agent, TestContext.Current.CancellationToken);

    internal async Task<LegatorAgent> AgentAsync(string name) =>
        await Cluster.Client<LegatorAgent>().GetAsync(Namespace, name, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"no agent {name}");

    internal async Task<IReadOnlyList<LegatorRun>> RunsAsync() =>
        (await Cluster.Client<LegatorRun>().ListAsync(Namespace, null, TestContext.Current.CancellationToken)).Items;

    internal Task<LegatorAgent> AgentBecomesAsync(string expectation, string name, Func<LegatorAgent, bool> fits) =>
        Eventually.BecomesAsync(expectation, () => AgentAsync(name), fits);

    internal Task<IReadOnlyList<LegatorRun>> RunsBecomeAsync(string expectation, Func<IReadOnlyList<LegatorRun>, bool> fits) =>
        Eventually.BecomesAsync(expectation, RunsAsync, fits);

    internal static string? Condition(LegatorAgent agent, string type) =>
        agent.Status?.Conditions.FirstOrDefault(condition => condition.Type == type) is { } found ? $"{found.Status} {found.Reason}: {found.Message}" : null;
}
