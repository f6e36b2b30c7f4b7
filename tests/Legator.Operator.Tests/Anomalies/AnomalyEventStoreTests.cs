using Legator.Backends.Kubernetes;
using Legator.Core;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Operator.Anomalies;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.DeployedAccounts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Anomalies;

/// <summary>An AgentEvent that the API refuses holds nothing up, and is stored once the API takes it.</summary>
public sealed class AnomalyEventStoreTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    private const string Binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: legator-web-of-anomaly-tests}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: legator-web-of-anomaly-tests}
        subjects: [{kind: ServiceAccount, namespace: legator-system, name: legator-web}]
        """;

    private const string Role = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: legator-web-of-anomaly-tests}
        rules: [{apiGroups: [legator.io], resources: [agentevents], verbs: [create]}]
        """;

    [Fact]
    public async Task RefusedEvent_HoldsNothingUp_AndIsStoredOnceItMayBe()
    {
        using var folder = new TestFolder();

        // An account that reads AgentEvents and makes none.
        var account = new DeployedAccount(Cluster.Kubeconfig!, "web.yaml");
        await account.WriteAsync(folder.File("kubeconfig"));
        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = folder.File("kubeconfig") }, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var store = new AnomalyEventStore(new ResourceClient<AgentEvent>(connection), time, NullLogger<AnomalyEventStore>.Instance);
        var work = store.RunAsync(stop.Token);
        (await store.StoreAsync(Event(), stop.Token)).ShouldBeTrue();
        (await store.StoreAsync(Event(), stop.Token)).ShouldBeFalse();
        (await StoredAsync()).ShouldBe(0);
        await account.AddAsync("clusterroles", null, Yaml.Parse(Role)!.AsObject());
        await account.AddAsync("clusterrolebindings", null, Yaml.Parse(Binding)!.AsObject());
        await Eventually.BecomesAsync(
            "the event is stored",
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                return StoredAsync();
            },
            stored => stored == 1);
        (await store.StoreAsync(Event(), stop.Token)).ShouldBeFalse();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(work);
    }

    private async Task<int> StoredAsync() => (await Cluster.Client<AgentEvent>().ListAsync(Namespace, null, default)).Items.Count;

    private AgentEvent Event() => new()
    {
        Metadata = new ObjectMeta { Name = "anomaly-1", Namespace = Namespace },
        Spec = new AgentEventSpec { SourceAgent = "steady", SourceRun = "steady-1", EventType = AnomalyEvents.EventType, Severity = Severity.Warning, Summary = "Many." },
    };
}
