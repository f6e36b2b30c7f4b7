using System.Net;
using System.Net.Sockets;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Connectivity;

/// <summary>What of an environment's network answers stands in its conditions, and holds up nothing.</summary>
public abstract class ConnectivityConditionTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task Endpoints_ThatStopToAnswer_AreNamedWhileTheEnvironmentStaysReady()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await CreateAsync("site", new LegatorEnvironmentSpec { Endpoints = new Dictionary<string, EndpointSpec> { ["shop"] = new() { Url = $"http://{listener.LocalEndpoint}" } } });
        await using var @operator = await StartAsync(settings: ("Operator:ConnectivityInterval", "00:00:05"));
        await BecomesAsync("site", "EndpointsReachable", "True AllReachable: The endpoint answers.");
        listener.Stop();
        var after = await BecomesAsync("site", "EndpointsReachable", "False SomeUnreachable: spec.endpoints.shop: connection refused.");
        after.Status!.Phase.ShouldBe(EnvironmentPhase.Ready);
    }

    [Fact]
    public async Task MeshWithoutADaemon_IsTold()
    {
        await Cluster.Client<Secret>().CreateAsync(new Secret { Metadata = new ObjectMeta { Name = "mesh-key", Namespace = Namespace }, Data = new Dictionary<string, byte[]> { ["key"] = [1] } }, default);
        await CreateAsync("mesh", Mesh("https://headscale.example.com", "tag:agent-runtime"));
        await using var @operator = await StartAsync(settings: [("Connectivity:MeshSocket", "/nowhere/d.sock"), ("Connectivity:MeshAddress", "127.0.0.1:1"), ("Connectivity:Timeout", "00:00:00.5")]);
        var environment = await BecomesAsync("mesh", "MeshConnected", "False MeshNotReady: The mesh's daemon does not answer at /nowhere/d.sock or 127.0.0.1:1: run tailscaled beside this process.");
        environment.Status!.Phase.ShouldBe(EnvironmentPhase.Ready);
    }

    [Fact]
    public async Task MeshFields_ThatCannotBe_AreNamed()
    {
        await CreateAsync("mesh", Mesh("headscale", "agent-runtime"));
        await using var @operator = await StartAsync();
        var environment = await Eventually.BecomesAsync("problems", () => EnvironmentAsync("mesh"), found => Condition(found, "Ready")?.StartsWith("False", StringComparison.Ordinal) == true);
        var message = Condition(environment, "Ready")!;
        new[] { "controlServer: is not the URL", "tags[0]: 'agent-runtime' is not a tag", "authKeySecretRef:" }.ShouldAllBe(part => message.Contains(part));
    }

    private static LegatorEnvironmentSpec Mesh(string server, string tag) => new()
    {
        Connectivity = new ConnectivitySpec { Type = ConnectivityType.Headscale, Headscale = new HeadscaleConnectivity { ControlServer = server, AuthKeySecretRef = "mesh-key", Tags = [tag] } },
    };

    private Task<LegatorEnvironment> BecomesAsync(string name, string type, string expected) =>
        Eventually.BecomesAsync(expected, () => EnvironmentAsync(name), found => Condition(found, type) == expected);

    private static string? Condition(LegatorEnvironment environment, string type) =>
        environment.Status?.Conditions.FirstOrDefault(condition => condition.Type == type) is { } found ? $"{found.Status} {found.Reason}: {found.Message}" : null;

    private async Task<LegatorEnvironment> EnvironmentAsync(string name) =>
        await Cluster.Client<LegatorEnvironment>().GetAsync(Namespace, name, default) ?? throw new InvalidOperationException($"no environment {name}");

    private Task<LegatorEnvironment> CreateAsync(string name, LegatorEnvironmentSpec spec) =>
        Cluster.Client<LegatorEnvironment>().CreateAsync(Samples.Environment(Namespace, name) with { Spec = spec }, default);
}
