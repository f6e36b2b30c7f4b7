using System.Net;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.Backends.Tests.Kubernetes;

public sealed class InformerFaultTests(LocalCluster cluster) : IAsyncLifetime
{
    private readonly CancellationTokenSource end = new();
    private readonly QuietHeartbeats heartbeats = new();
    private FaultProxy proxy = null!;
    private ClusterConnection connection = null!;
    private Task running = Task.CompletedTask;
    private string inNamespace = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ResourceClient<Widget> Direct => new(cluster.Connection);

    public async ValueTask InitializeAsync()
    {
        inNamespace = await cluster.NewNamespaceAsync();
        proxy = await FaultProxy.StartAsync(cluster.Kubeconfig);
        connection = proxy.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        connection.Dispose();
        await proxy.DisposeAsync();
        end.Dispose();
    }

    [Fact]
    public async Task Watch_ConnectionReset_MissesNothing()
    {
        var informer = Start();
        for (var i = 0; i < 5; i++)
        {
            await Eventually.IsTrueAsync("a watch is open", () => proxy.Watches > 0);
            proxy.CutWatches();
            await Direct.CreateAsync(ResourceClientContract.New(inNamespace, $"w{i}"), Stop);
        }

        await Eventually.BecomesAsync("five widgets", () => Task.FromResult(informer.Count), count => count == 5);
    }

    [Fact]
    public async Task Watch_ConnectionReset_NeverShowsAnOlderVersion()
    {
        var informer = Start();
        var shown = new List<long>();
        informer.Subscribe(change => shown.Add(long.Parse((change.New ?? change.Old)!.Metadata.ResourceVersion!, null)));
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "w"), Stop);
        for (var i = 0; i < 4; i++)
        {
            await Eventually.IsTrueAsync("a watch is open", () => proxy.Watches > 0);
            var labels = new Dictionary<string, string> { ["round"] = $"{i}" };
            var known = await Direct.GetAsync(inNamespace, "w", Stop);
            var written = await Direct.ReplaceAsync(known! with { Metadata = known.Metadata with { Labels = labels } }, Stop);
            await Eventually.IsTrueAsync("the change is shown", () => informer.TryGet(inNamespace, "w")?.Metadata.ResourceVersion == written.Metadata.ResourceVersion);
            proxy.CutWatches();
        }

        await Direct.DeleteAsync(inNamespace, "w", Stop);
        await Eventually.IsTrueAsync("the end is shown", () => informer.Count == 0);
        shown.ShouldBeInOrder();
    }

    [Fact]
    public async Task Watch_ConnectionForgottenByTheNetwork_IsGivenUpWithinSeconds()
    {
        await using var network = new TcpFaultProxy(cluster.Connection.Server.Port);
        var kubeconfig = Path.Combine(Directory.CreateTempSubdirectory("legator-forgotten-").FullName, "kubeconfig");
        await File.WriteAllTextAsync(kubeconfig, (await File.ReadAllTextAsync(cluster.Kubeconfig, Stop)).Replace($":{cluster.Connection.Server.Port}", $":{network.Port}", StringComparison.Ordinal), Stop);
        using var through = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
        var informer = Start(over: through);
        await informer.WaitForSyncAsync(Stop);
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "before"), Stop);
        await Eventually.IsTrueAsync("the watch is open", () => informer.Count == 1);
        network.Forget();
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "after"), Stop);
        await Eventually.IsTrueAsync("the change is seen", () => informer.Count == 2, TimeSpan.FromSeconds(30));
        await end.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Watch_VersionExpired_ListsAgainAndNoticesDeletions()
    {
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "gone"), Stop);
        var informer = Start();
        await informer.WaitForSyncAsync(Stop);
        var refusals = 0;
        proxy.Refuse = request => IsWatch(request) && Interlocked.Increment(ref refusals) <= 2 ? HttpStatusCode.Gone : null;

        await Eventually.IsTrueAsync("a watch is open", () => proxy.Watches > 0);
        await Direct.DeleteAsync(inNamespace, "gone", Stop);
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "new"), Stop);
        proxy.CutWatches();

        await Eventually.IsTrueAsync("only the new widget is known", () => informer.TryGet(inNamespace, "gone") is null && informer.TryGet(inNamespace, "new") is not null);
    }

    [Fact]
    public async Task List_ServerFailsForAWhile_IsReportedAndThenSyncs()
    {
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "a"), Stop);
        proxy.Refuse = _ => HttpStatusCode.InternalServerError;
        var informer = Start();
        await Eventually.IsTrueAsync("the failure is reported", () => heartbeats.Problem?.Contains("500", StringComparison.Ordinal) == true);
        informer.HasSynced.ShouldBeFalse();

        proxy.Refuse = _ => null;

        await informer.WaitForSyncAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        informer.TryGet(inNamespace, "a").ShouldNotBeNull();
        await Eventually.IsTrueAsync("no failure is reported any more", () => heartbeats.Problem is null);
    }

    [Fact]
    public async Task Resync_NothingChanged_OffersEveryObjectAgain()
    {
        await Direct.CreateAsync(ResourceClientContract.New(inNamespace, "a"), Stop);
        var informer = Start(TimeSpan.FromMilliseconds(100));
        var resyncs = 0;
        informer.Subscribe(change => resyncs += change.IsResync ? 1 : 0);

        await Eventually.IsTrueAsync("two resyncs", () => Volatile.Read(ref resyncs) >= 2);
    }

    private static bool IsWatch(HttpRequest request) => request.Query.ContainsKey("watch");

    private Informer<Widget> Start(TimeSpan? resync = null, ClusterConnection? over = null)
    {
        var options = new InformerOptions { Namespace = inNamespace, ResyncPeriod = resync ?? TimeSpan.FromMinutes(10) };
        var informer = new Informer<Widget>(new ResourceClient<Widget>(over ?? connection), options, TimeProvider.System, NullLogger<Informer<Widget>>.Instance, heartbeats);
        running = informer.RunAsync(end.Token);
        return informer;
    }
}
