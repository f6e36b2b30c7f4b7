using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Legator.Core.Connectivity;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;
using Legator.ServiceDefaults.Connectivity;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Tests.Connectivity;

/// <summary>A look at networks that answer, refuse, and say nothing.</summary>
public sealed class ConnectivityCheckTests
{
    // A port of the system's own services, of which none is here.
    private const int Nobody = 1;

    private static readonly HeadscaleConnectivity Headscale = new() { ControlServer = "https://headscale.example.com", AuthKeySecretRef = "key", Tags = ["tag:agent-runtime"] };

    [Fact]
    public async Task EndpointThatAnswers_IsReachable_AndOneThatRefuses_IsNamed()
    {
        using var open = Listen(out var port);
        var report = await LookAsync(new Dictionary<string, string> { ["open"] = $"http://127.0.0.1:{port}", ["also"] = $"http://127.0.0.1:{port}/other", ["closed"] = $"https://user:secret@localhost:{Nobody}/x?token=secret" });
        report!.Endpoints.ShouldBe(3);
        var closed = report.Unreachable.ShouldHaveSingleItem();
        (closed.Name, closed.Problem).ShouldBe(("closed", "connection refused"));
        closed.Url.ShouldNotContain("secret");
    }

    [Fact]
    public async Task EndpointsThatSayNothing_AreGivenUpTogether()
    {
        using var mute = await MuteAsync();
        var watch = Stopwatch.StartNew();
        var report = await LookAsync(Enumerable.Range(1, 50).ToDictionary(i => $"mute-{i:00}", i => $"http://127.0.0.1:{mute.Port}/{i}"), TimeSpan.FromSeconds(1));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40), "one after another they take 50 seconds");
        report!.Unreachable.Count.ShouldBe(50);
        report.Unreachable.ShouldAllBe(endpoint => endpoint.Problem == "no answer in time");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::ffff:169.254.169.254]:80")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://224.0.0.1:80")]
    public async Task MetadataAndNobodysAddresses_AreNotDialled(string url) =>
        (await LookAsync(new Dictionary<string, string> { ["odd"] = url }))!.Unreachable.ShouldHaveSingleItem().Problem.ShouldBe("its address is none that may be dialled");

    [Fact]
    public async Task NothingNamed_NothingIsLookedAt() => (await LookAsync(new Dictionary<string, string>())).ShouldBeNull();

    [Fact]
    public async Task Mesh_OverItsUnixSocket_IsAsked()
    {
        using var folder = new TestFolder();
        await using var daemon = await MeshDaemon.StartAsync(folder.File("d.sock"));
        var options = new ConnectivityOptions { MeshSocket = folder.File("d.sock"), MeshAddress = $"127.0.0.1:{Nobody}" };
        (await LookAsync(ConnectivityType.Headscale, Headscale, options))!.Mesh.ShouldBe("");
        daemon.State = "NeedsLogin";
        (await LookAsync(ConnectivityType.Headscale, Headscale, options))!.Mesh!.ShouldContain("valid auth key");
    }

    [Fact]
    public async Task Mesh_OverLoopback_IsAskedWhereThereIsNoSocket()
    {
        await using var daemon = await MeshDaemon.StartAsync(null);
        daemon.Tags = "null";
        var options = new ConnectivityOptions { MeshSocket = "/nowhere/d.sock", MeshAddress = daemon.Address };
        (await LookAsync(ConnectivityType.Headscale, Headscale, options))!.Mesh.ShouldBe("The node lacks tag:agent-runtime of spec.connectivity.headscale.tags.");
        (await LookAsync(ConnectivityType.Tailscale, null, options))!.Mesh.ShouldBe("");
    }

    [Fact]
    public async Task Mesh_WithoutADaemonOrWithOneThatIsMute_SaysSoInTime()
    {
        using var mute = await MuteAsync();
        foreach (var port in new[] { Nobody, mute.Port })
        {
            var options = new ConnectivityOptions { MeshSocket = "/nowhere/d.sock", MeshAddress = $"127.0.0.1:{port}", Timeout = TimeSpan.FromMilliseconds(300) };
            var report = await LookAsync(ConnectivityType.Tailscale, null, options);
            (report!.IsWell, report.Mesh!.Contains("does not answer", StringComparison.Ordinal)).ShouldBe((false, true));
        }
    }

    private static Task<ConnectivityReport?> LookAsync(Dictionary<string, string> urls, TimeSpan? timeout = null) => LookAsync(
        new LegatorEnvironmentSpec { Endpoints = urls.ToDictionary(url => url.Key, url => new EndpointSpec { Url = url.Value }) },
        new ConnectivityOptions { Timeout = timeout ?? TimeSpan.FromSeconds(5) });

    private static Task<ConnectivityReport?> LookAsync(ConnectivityType type, HeadscaleConnectivity? mesh, ConnectivityOptions options) =>
        LookAsync(new LegatorEnvironmentSpec { Connectivity = new ConnectivitySpec { Type = type, Headscale = mesh } }, options);

    private static Task<ConnectivityReport?> LookAsync(LegatorEnvironmentSpec spec, ConnectivityOptions options) =>
        new ConnectivityCheck(Options.Create(options), TimeProvider.System).LookAsync(spec, TestContext.Current.CancellationToken);

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private static async Task<MutePort> MuteAsync()
    {
        var mute = new MutePort();
        await mute.FillAsync();
        return mute;
    }
}
