using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.Backends.Tests.Kubernetes;

public abstract class InformerContract(ClusterFixture cluster) : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<string> changes = new();
    private readonly QuietHeartbeats heartbeats = new();
    private Task running = Task.CompletedTask;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ResourceClient<Widget> Widgets => new(cluster.Connection);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        end.Dispose();
    }

    [Fact]
    public async Task Run_ObjectsBeforeAndAfter_AreKnownAndTold()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "old"), Stop);
        var informer = await StartAsync(inNamespace);
        informer.TryGet(inNamespace, "old").ShouldNotBeNull();

        var created = await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "new"), Stop);
        await Widgets.ReplaceAsync(created with { Spec = created.Spec with { Colour = "red" } }, Stop);
        await Widgets.DeleteAsync(inNamespace, "old", Stop);

        await Eventually.BecomesAsync("four changes", () => Task.FromResult(string.Join(' ', changes)), seen => seen == "+old +new ~new -old");
        informer.All.ShouldHaveSingleItem().Spec.Colour.ShouldBe("red");
        heartbeats.Beats.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_MoreThanOnePage_KnowsAll()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Task.WhenAll(Enumerable.Range(0, 25).Select(i => Widgets.CreateAsync(ResourceClientContract.New(inNamespace, $"w{i}"), Stop)));

        var informer = await StartAsync(inNamespace);

        informer.Count.ShouldBe(25);
    }

    [Fact]
    public async Task Run_ObjectTurnsMalformed_LeavesTheStoreAndIsNamed()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "a"), Stop);
        var informer = await StartAsync(inNamespace);

        await Should.ThrowAsync<ClusterException>(() => Widgets.PatchAsync(inNamespace, "a", System.Text.Json.Nodes.JsonNode.Parse("""{"spec": {"size": 7}}""")!, Stop));

        await Eventually.IsTrueAsync("a is malformed", () => informer.Malformed.Any(item => item.Metadata.Name == "a"));
        informer.TryGet(inNamespace, "a").ShouldBeNull();
        await Widgets.PatchAsync(inNamespace, "a", System.Text.Json.Nodes.JsonNode.Parse("""{"spec": {"size": "big"}}""")!, Stop);
        await Eventually.IsTrueAsync("a is well again", () => informer.TryGet(inNamespace, "a")?.Spec.Size == "big" && informer.Malformed.Count == 0);
        changes.ShouldBe(["+a", "!a", "+a"]);
    }

    [Fact]
    public async Task ByIndex_LabelChanges_FindsTheObjectUnderTheNewOne()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var widget = await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "a", "odd"), Stop);
        var informer = await StartAsync(inNamespace);
        informer.AddIndex("parity", item => item.Metadata.Label("parity") is { } parity ? [parity] : []);
        informer.ByIndex("parity", "odd").ShouldHaveSingleItem();

        await Widgets.ReplaceAsync(widget with { Metadata = widget.Metadata with { Labels = new Dictionary<string, string> { ["parity"] = "even" } } }, Stop);

        // For a moment it is under both: a reader must never find it under none.
        await Eventually.IsTrueAsync("a is even", () => informer.ByIndex("parity", "even").Count == 1);
        await Eventually.IsTrueAsync("a is no longer odd", () => informer.ByIndex("parity", "odd").Count == 0);
    }

    [Fact]
    public async Task Subscribe_Late_HearsWhatIsKnown()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "a"), Stop);
        var informer = await StartAsync(inNamespace);
        var late = new List<ObjectKey>();

        using (informer.Subscribe(change => late.Add(change.Key)))
        {
            late.ShouldHaveSingleItem().Name.ShouldBe("a");
        }
    }

    [Fact]
    public async Task Subscribe_HandlerThrows_OthersStillHear()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var informer = await StartAsync(inNamespace, beforeStart: i => i.Subscribe(_ => throw new InvalidOperationException("broken handler")));

        await Widgets.CreateAsync(ResourceClientContract.New(inNamespace, "a"), Stop);

        await Eventually.IsTrueAsync("a is told", () => changes.Contains("+a"));
    }

    private async Task<Informer<Widget>> StartAsync(string inNamespace, Action<Informer<Widget>>? beforeStart = null)
    {
        var informer = new Informer<Widget>(Widgets, new InformerOptions { Namespace = inNamespace, PageSize = 10 }, TimeProvider.System, NullLogger<Informer<Widget>>.Instance, heartbeats);
        beforeStart?.Invoke(informer);
        informer.Subscribe(change => changes.Enqueue(Describe(change)));
        running = informer.RunAsync(end.Token);
        await informer.WaitForSyncAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        return informer;
    }

    private static string Describe(ResourceChange<Widget> change) =>
        (change.Malformed is not null ? "!" : change.New is null ? "-" : change.Old is null ? "+" : "~") + change.Key.Name;
}
