using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

namespace Legator.Backends.Tests.Kubernetes;

public abstract class ResourceClientContract(ClusterFixture cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ResourceClient<Widget> Widgets => new(cluster.Connection);

    [Fact]
    public async Task Get_Missing_IsNull() =>
        (await Widgets.GetAsync(await cluster.NewNamespaceAsync(), "none", Stop)).ShouldBeNull();

    [Fact]
    public async Task Create_Twice_AlreadyExists()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var created = await Widgets.CreateAsync(New(inNamespace, "a"), Stop);
        created.Metadata.Uid.ShouldNotBeNullOrEmpty();

        var refusal = await Should.ThrowAsync<ClusterException>(() => Widgets.CreateAsync(New(inNamespace, "a"), Stop));

        refusal.IsAlreadyExists.ShouldBeTrue();
        refusal.IsConflict.ShouldBeFalse();
        refusal.Details!.Value.GetProperty("name").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Create_DryRun_StoresNothing()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Widgets.CreateAsync(New(inNamespace, "a"), Stop, dryRun: true);

        (await Widgets.GetAsync(inNamespace, "a", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Replace_StaleVersion_Conflicts()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var first = await Widgets.CreateAsync(New(inNamespace, "a"), Stop);
        var second = await Widgets.ReplaceAsync(first with { Spec = first.Spec with { Colour = "red" } }, Stop);
        second.Metadata.Generation.ShouldBe(2);

        (await Should.ThrowAsync<ClusterException>(() => Widgets.ReplaceAsync(first, Stop))).IsConflict.ShouldBeTrue();
    }

    [Fact]
    public async Task PatchStatus_WithVersion_ChangesStatusOnlyAndHoldsThePrecondition()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var first = await Widgets.CreateAsync(New(inNamespace, "a"), Stop);
        var patch = JsonNode.Parse("""{"spec": {"size": "ignored"}, "status": {"uses": 3}}""")!;

        var patched = await Widgets.PatchStatusAsync(inNamespace, "a", patch, Stop, first.Metadata.ResourceVersion);

        patched.Spec.Size.ShouldBe("small");
        patched.Status!.Uses.ShouldBe(3);
        var again = await Should.ThrowAsync<ClusterException>(() => Widgets.PatchStatusAsync(inNamespace, "a", JsonNode.Parse("""{"status": {"uses": 4}}""")!, Stop, first.Metadata.ResourceVersion));
        again.IsConflict.ShouldBeTrue();
    }

    [Fact]
    public async Task Delete_OtherUid_Conflicts()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var widget = await Widgets.CreateAsync(New(inNamespace, "a"), Stop);

        (await Should.ThrowAsync<ClusterException>(() => Widgets.DeleteAsync(inNamespace, "a", Stop, new Preconditions(Uid: "other")))).IsConflict.ShouldBeTrue();

        (await Widgets.DeleteAsync(inNamespace, "a", Stop, new Preconditions(widget.Metadata.Uid))).ShouldBeTrue();
        (await Widgets.DeleteAsync(inNamespace, "a", Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task List_PagesAndSelectors_GiveEveryObjectOnce()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        for (var i = 0; i < 7; i++)
        {
            await Widgets.CreateAsync(New(inNamespace, $"w{i}", i % 2 == 0 ? "even" : "odd"), Stop);
        }

        var names = new List<string?>();
        ResourceList<Widget>? page = null;
        do
        {
            page = await Widgets.ListAsync(inNamespace, new ListQuery { Limit = 3, Continue = page?.Continue }, Stop);
            names.AddRange(page.Items.Select(item => item.Metadata.Name));
        }
        while (page.Continue is not null);

        names.ShouldBe(Enumerable.Range(0, 7).Select(i => $"w{i}"));
        (await Widgets.ListAsync(inNamespace, new ListQuery { LabelSelector = "parity=odd" }, Stop)).Items.Count.ShouldBe(3);
        (await Widgets.ListAsync(inNamespace, new ListQuery { FieldSelector = "metadata.name=w3" }, Stop)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task List_OneMalformedObject_NamesItAndGivesTheOthers()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        await Widgets.CreateAsync(New(inNamespace, "good"), Stop);
        await CreateMalformedAsync(cluster.Connection, inNamespace, "bad");

        var list = await Widgets.ListAsync(inNamespace, null, Stop);

        list.Items.ShouldHaveSingleItem().Metadata.Name.ShouldBe("good");
        var malformed = list.Malformed.ShouldHaveSingleItem();
        malformed.Metadata.Name.ShouldBe("bad");
        malformed.Problem.ShouldContain("size");
    }

    [Fact]
    public async Task Watch_FromAList_TellsWhatFollows()
    {
        var inNamespace = await cluster.NewNamespaceAsync();
        var list = await Widgets.ListAsync(inNamespace, null, Stop);
        var widget = await Widgets.CreateAsync(New(inNamespace, "a"), Stop);
        await Widgets.ReplaceAsync(widget with { Spec = widget.Spec with { Colour = "red" } }, Stop);
        await CreateMalformedAsync(cluster.Connection, inNamespace, "bad");
        await Widgets.DeleteAsync(inNamespace, "a", Stop);

        var events = new List<WatchEvent<Widget>>();
        await foreach (var message in Widgets.WatchAsync(inNamespace, null, list.ResourceVersion, Stop))
        {
            events.Add(message);
            if (events.Count == 4)
            {
                break;
            }
        }

        events.Select(message => message.Kind).ShouldBe([WatchEventKind.Added, WatchEventKind.Modified, WatchEventKind.Added, WatchEventKind.Deleted]);
        events[2].Malformed!.Metadata.Name.ShouldBe("bad");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a?x=1")]
    [InlineData("")]
    public async Task Get_NameThatLeadsElsewhere_IsRefusedUnsent(string name)
    {
        // Where there is no such cluster, asking for its client is what skips the test.
        var widgets = Widgets;
        (await Should.ThrowAsync<ClusterException>(() => widgets.GetAsync("default", name, Stop))).Code.ShouldBe(400);
    }

    [Fact]
    public async Task Secret_ToString_ShowsNoValue()
    {
        var secrets = new ResourceClient<Secret>(cluster.Connection);
        var inNamespace = await cluster.NewNamespaceAsync();
        var secret = await secrets.CreateAsync(new Secret { Metadata = new ObjectMeta { Namespace = inNamespace, Name = "s" }, Data = new Dictionary<string, byte[]> { ["key"] = "hush"u8.ToArray() } }, Stop);

        secret.Text("key").ShouldBe("hush");
        secret.ToString().ShouldNotContain("hush");
    }

    internal static Widget New(string inNamespace, string name, string? parity = null) => new()
    {
        Metadata = new ObjectMeta { Namespace = inNamespace, Name = name, Labels = parity is null ? null : new Dictionary<string, string> { ["parity"] = parity } },
        Spec = new WidgetSpec { Size = "small" },
    };

    internal static async Task CreateMalformedAsync(ClusterConnection connection, string inNamespace, string name)
    {
        using var dynamic = new DynamicClient(connection);
        var widgets = await dynamic.ResolveAsync("widgets.test.legator.io", Stop);
        var value = JsonNode.Parse($$"""{"apiVersion": "test.legator.io/v1", "kind": "Widget", "metadata": {"name": "{{name}}"}, "spec": {"size": 5} }""")!.AsObject();
        await dynamic.CreateAsync(widgets!, inNamespace, value, Stop);
    }
}
