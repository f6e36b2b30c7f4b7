using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Tests.Protocol;

public sealed class WatchTests(ProtocolServers servers) : IClassFixture<ProtocolServers>
{
    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Watch_FromARevision_TellsEveryLaterChangeInOrder(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("w");
        string from = (await api.GetAsync(ApiServer.Probes)).Version;
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));
        await api.MergeAsync($"{ApiServer.Probes}/{name}", """{"spec":{"count":2}}""");

        using ApiWatch watch = await api.WatchAsync($"{ApiServer.Probes}?watch=true&resourceVersion={from}&fieldSelector=metadata.name%3D{name}");
        await api.DeleteAsync($"{ApiServer.Probes}/{name}");

        (await watch.NextAsync()).ShouldBe($"ADDED {name}");
        (await watch.NextAsync()).ShouldBe($"MODIFIED {name}");
        (await watch.NextAsync()).ShouldBe($"DELETED {name}");
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Watch_ByLabel_ShowsObjectsComingAndGoing(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("l");
        string path = $"{ApiServer.Probes}/{name}";
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));
        string from = (await api.GetAsync(ApiServer.Probes)).Version;
        using ApiWatch watch = await api.WatchAsync($"{ApiServer.Probes}?watch=true&resourceVersion={from}&labelSelector=set%3D{name}");

        await api.MergeAsync(path, $$$$"""{"metadata":{"labels":{"set":"{{{{name}}}}"}}}""");
        await api.MergeAsync(path, """{"spec":{"count":5}}""");
        ApiAnswer left = await api.MergeAsync(path, """{"metadata":{"labels":{"set":null}}}""");

        (await watch.NextAsync()).ShouldBe($"ADDED {name}");
        (await watch.NextAsync()).ShouldBe($"MODIFIED {name}");
        JsonNode gone = await watch.NextEventAsync();
        gone["type"]!.ToString().ShouldBe("DELETED");
        gone["object"]!["metadata"]!["resourceVersion"]!.ToString().ShouldBe(left.Version);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Watch_WithInitialEvents_EndsThemWithAMarkedBookmark(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("i");
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));

        using ApiWatch watch = await api.WatchAsync(
            $"{ApiServer.Probes}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&fieldSelector=metadata.name%3D{name}");

        (await watch.NextAsync()).ShouldBe($"ADDED {name}");
        JsonNode bookmark = await watch.NextEventAsync();
        bookmark["type"]!.ToString().ShouldBe("BOOKMARK");
        bookmark["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]!.ToString().ShouldBe("true");
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Watch_WithATimeout_EndsInPeace(string server)
    {
        using ApiWatch watch = await servers.On(server).WatchAsync($"{ApiServer.Probes}?watch=true&timeoutSeconds=1&fieldSelector=metadata.name%3Dnobody");

        watch.Code.ShouldBe(200);
        await Should.ThrowAsync<EndOfStreamException>(watch.NextEventAsync);
    }

    [Fact]
    public async Task Watch_FromACompactedRevision_IsTold410()
    {
        using RevisionHistory history = await RevisionHistory.StartAsync();
        ApiAnswer first = await history.Api.PostAsync(ApiServer.Probes, ApiServer.Probe("old"));
        await history.CompactAsync();

        using ApiWatch watch = await history.Api.WatchAsync($"{ApiServer.Probes}?watch=true&resourceVersion={first.Version}");
        JsonNode error = await watch.NextEventAsync();

        error["type"]!.ToString().ShouldBe("ERROR");
        error["object"]!["code"]!.GetValue<int>().ShouldBe(410);
        error["object"]!["reason"]!.ToString().ShouldBe("Expired");
    }

    [Fact]
    public async Task List_ContinuedAfterCompaction_ExpiresWithATokenToGoOn()
    {
        using RevisionHistory history = await RevisionHistory.StartAsync();
        foreach (string name in (string[])["a", "b", "c"])
        {
            await history.Api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));
        }

        ApiAnswer first = await history.Api.GetAsync(ApiServer.Probes + "?limit=1");
        await history.CompactAsync();
        ApiAnswer expired = await history.Api.GetAsync($"{ApiServer.Probes}?limit=1&continue={first.Body!["metadata"]!["continue"]}");
        ApiAnswer rest = await history.Api.GetAsync($"{ApiServer.Probes}?limit=9&continue={expired.Body!["metadata"]!["continue"]}");

        expired.Code.ShouldBe(410);
        rest.Names.ShouldContain("c");
    }
}
