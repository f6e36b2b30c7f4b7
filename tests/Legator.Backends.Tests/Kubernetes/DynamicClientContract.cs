using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

namespace Legator.Backends.Tests.Kubernetes;

public abstract class DynamicClientContract(ClusterFixture cluster) : IDisposable
{
    private readonly DynamicClient client = new(cluster.Connection);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("deploy", "deployments.apps")]
    [InlineData("Deployment", "deployments.apps")]
    [InlineData("deployments.apps", "deployments.apps")]
    [InlineData("deployments.v1.apps", "deployments.apps")]
    [InlineData("PODS", "pods")]
    [InlineData("po", "pods")]
    [InlineData("cm", "configmaps")]
    [InlineData("leases.coordination.k8s.io", "leases.coordination.k8s.io")]
    [InlineData("widgets.test.legator.io", "widgets.test.legator.io")]
    [InlineData("wd", "widgets.test.legator.io")]
    [InlineData("events", "events")]
    public async Task Resolve_AnyUsualName_FindsTheKind(string name, string expected) =>
        (await client.ResolveAsync(name, Stop)).ShouldNotBeNull().FullName.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("pods.apps")]
    [InlineData("deployments.app")]
    [InlineData("../secrets")]
    public async Task Resolve_UnknownName_IsNull(string name) => (await client.ResolveAsync(name, Stop)).ShouldBeNull();

    [Fact]
    public async Task CreateGetListPatchDelete_ConfigMap_Work()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var maps = (await client.ResolveAsync("cm", Stop))!;
        await client.CreateAsync(maps, inNamespace, Map("a"), Stop);

        await client.PatchAsync(maps, inNamespace, "a", JsonNode.Parse("""{"data": {"k": "2"}}""")!, Stop);

        var read = (await client.GetAsync(maps, inNamespace, "a", Stop))!;
        ((string?)read["data"]!["k"]).ShouldBe("2");
        read["metadata"]!.AsObject().ContainsKey("managedFields").ShouldBeFalse();
        ((string?)(await client.ListAsync(maps, inNamespace, null, Stop)).Items.First(item => (string?)item["metadata"]!["name"] == "a")["kind"]).ShouldBe("ConfigMap");
        (await client.DeleteAsync(maps, inNamespace, "a", Stop)).ShouldBeTrue();
        (await client.GetAsync(maps, inNamespace, "a", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Delete_DryRun_KeepsTheObject()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var maps = (await client.ResolveAsync("cm", Stop))!;
        await client.CreateAsync(maps, inNamespace, Map("a"), Stop);

        await client.DeleteAsync(maps, inNamespace, "a", Stop, call: new ClusterCall { DryRun = true });

        (await client.GetAsync(maps, inNamespace, "a", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Apply_Twice_CreatesThenChanges()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var maps = (await client.ResolveAsync("cm", Stop))!;
        var map = Map("applied");
        await client.ApplyAsync(maps, inNamespace, "applied", map, "legator-test", Stop);
        map["data"]!["k"] = "3";

        var applied = await client.ApplyAsync(maps, inNamespace, "applied", map, "legator-test", Stop);

        ((string?)applied["data"]!["k"]).ShouldBe("3");
    }

    [Fact]
    public async Task Scale_Deployment_SetsReplicas()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var deployments = (await client.ResolveAsync("deploy", Stop))!;
        await client.CreateAsync(deployments, inNamespace, Deployment("web"), Stop);

        await client.ScaleAsync(deployments, inNamespace, "web", 3, Stop);

        ((int?)(await client.GetAsync(deployments, inNamespace, "web", Stop))!["spec"]!["replicas"]).ShouldBe(3);
    }

    [Fact]
    public async Task List_AnswerOverTheLimit_IsRefused()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var maps = (await client.ResolveAsync("cm", Stop))!;
        await client.CreateAsync(maps, inNamespace, Map("big", new string('x', 10_000)), Stop);

        var refusal = await Should.ThrowAsync<ClusterException>(() => client.ListAsync(maps, inNamespace, null, Stop, new ClusterCall { MaxBytes = 5_000 }));

        refusal.Reason.ShouldBe("TooLarge");
    }

    [Fact]
    public async Task Get_AsAServiceAccountWithoutRights_IsForbidden()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await new ResourceClient<ServiceAccount>(cluster.Connection).CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Namespace = inNamespace, Name = "reader" } }, Stop);
        var secrets = (await client.ResolveAsync("secrets", Stop))!;

        var refusal = await Should.ThrowAsync<ClusterException>(() => client.ListAsync(secrets, inNamespace, null, Stop, ClusterCall.As(inNamespace, "reader")));

        refusal.IsForbidden.ShouldBeTrue();
    }

    private static JsonObject Map(string name, string value = "1") =>
        new() { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = new JsonObject { ["name"] = name }, ["data"] = new JsonObject { ["k"] = value } };

    private static JsonObject Deployment(string name)
    {
        var value = JsonNode.Parse(
            """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {},
             "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "x"}},
                      "template": {"metadata": {"labels": {"app": "x"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}}
            """)!.AsObject();
        value["metadata"]!["name"] = name;
        return value;
    }
}
