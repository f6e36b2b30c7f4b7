using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Tests.Protocol;

public sealed class WriteTests(ProtocolServers servers) : IClassFixture<ProtocolServers>
{
    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Update_FromAnOldVersion_IsAConflict(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("u");
        ApiAnswer created = await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));
        await api.MergeAsync($"{ApiServer.Probes}/{name}", """{"spec":{"count":2}}""");

        ApiAnswer answer = await api.PutAsync($"{ApiServer.Probes}/{name}", created.Text);

        answer.Code.ShouldBe(409);
        answer.Reason.ShouldBe("Conflict");
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Patch_FromManyAtOnce_LosesNone(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("p");
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));

        ApiAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            i => api.MergeAsync($"{ApiServer.Probes}/{name}", $$$$"""{"metadata":{"annotations":{"a{{{{i}}}}":"x"}}}""")));
        ApiAnswer stored = await api.GetAsync($"{ApiServer.Probes}/{name}");

        answers.ShouldAllBe(a => a.Code == 200);
        stored.Body!["metadata"]!["annotations"]!.AsObject().Count.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Write_ThatChangesNothing_KeepsTheVersion(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("n");
        ApiAnswer created = await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));

        ApiAnswer patched = await api.MergeAsync($"{ApiServer.Probes}/{name}", """{"spec":{"size":"small"}}""");

        patched.Code.ShouldBe(200);
        patched.Version.ShouldBe(created.Version);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Generation_CountsDesiredStateOnly(string server)
    {
        ApiServer api = servers.On(server);
        string path = $"{ApiServer.Probes}/{ApiServer.Unique("g")}";
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(path[(path.LastIndexOf('/') + 1)..]));

        await api.MergeAsync(path, """{"metadata":{"labels":{"a":"b"}}}""");
        await api.MergeAsync(path + "/status", """{"status":{"phase":"Busy"},"spec":{"count":9}}""");
        ApiAnswer calm = await api.GetAsync(path);
        ApiAnswer changed = await api.MergeAsync(path, """{"spec":{"count":2},"status":{"phase":"Ignored"}}""");

        calm.Body!["metadata"]!["generation"]!.GetValue<int>().ShouldBe(1);
        calm.Body["spec"]!["count"]!.GetValue<int>().ShouldBe(1);
        changed.Body!["metadata"]!["generation"]!.GetValue<int>().ShouldBe(2);
        changed.Body["status"]!["phase"]!.ToString().ShouldBe("Busy");
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Apply_AgainstAnotherManager_ConflictsUnlessForced(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("ssa");
        string path = $"{ApiServer.Probes}/{name}";
        await api.ApplyAsync(path, ApiServer.Probe(name, """{"size":"small","parts":[{"name":"a","v":1}]}"""), "one");

        ApiAnswer refused = await api.ApplyAsync(path, ApiServer.Probe(name, """{"size":"large"}"""), "two");
        ApiAnswer forced = await api.ApplyAsync(path, ApiServer.Probe(name, """{"size":"large","parts":[{"name":"b","v":2}]}"""), "two", force: true);
        ApiAnswer withdrawn = await api.ApplyAsync(path, ApiServer.Probe(name, "{}"), "one");

        refused.Code.ShouldBe(409);
        refused.Body!["details"]!["causes"]![0]!["field"]!.ToString().ShouldBe(".spec.size");
        forced.Body!["spec"]!["parts"]!.AsArray().Count.ShouldBe(2);
        withdrawn.Body!["spec"]!["parts"]!.AsArray().Select(p => p!["name"]!.ToString()).ShouldBe(["b"]);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Create_AsYaml_IsUnderstood(string server)
    {
        string name = ApiServer.Unique("y");

        ApiAnswer answer = await servers.On(server).PostAsync(
            ApiServer.Probes, $"apiVersion: test.legator.io/v1\nkind: Probe\nmetadata:\n  name: {name}\nspec:\n  count: 3\n", "application/yaml");

        answer.Code.ShouldBe(201);
        answer.Body!["spec"]!["count"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Create_BeyondTheSizeLimit_IsRefused(string server)
    {
        string huge = new('x', 3 * 1024 * 1024 + 4096);

        ApiAnswer answer = await servers.On(server).PostAsync(ApiServer.Probes, ApiServer.Probe("huge", metadata: $$"""
            "annotations":{"a":"{{huge}}"}
            """));

        answer.Code.ShouldBe(413);
        answer.Reason.ShouldBe("RequestEntityTooLarge");
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task Delete_WithAFinalizer_WaitsForIt(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("f");
        string path = $"{ApiServer.Probes}/{name}";
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name, metadata: """
            "finalizers":["test.legator.io/hold"]
            """));

        ApiAnswer marked = await api.DeleteAsync(path);
        await api.MergeAsync(path, """{"metadata":{"finalizers":null}}""");

        marked.Body!["metadata"]!["deletionTimestamp"].ShouldNotBeNull();
        (await api.GetAsync(path)).Code.ShouldBe(404);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task DeleteCollection_BySelector_SparesTheRest(string server)
    {
        ApiServer api = servers.On(server);
        string set = ApiServer.Unique("dc");
        foreach (string name in (string[])["x", "y"])
        {
            await api.PostAsync(ApiServer.Probes, ApiServer.Probe($"{set}-{name}", metadata: $$"""
                "labels":{"set":"{{set}}","one":"{{name}}"}
                """));
        }

        await api.DeleteAsync($"{ApiServer.Probes}?labelSelector=one%3Dx,set%3D{set}");

        (await api.GetAsync($"{ApiServer.Probes}?labelSelector=set%3D{set}")).Names.ShouldBe([$"{set}-y"]);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task DryRun_AnswersAndStoresNothing(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("dry");

        ApiAnswer answer = await api.PostAsync(ApiServer.Probes + "?dryRun=All", ApiServer.Probe(name));

        answer.Code.ShouldBe(201);
        JsonNode metadata = answer.Body!["metadata"]!;
        metadata["uid"].ShouldNotBeNull();
        (await api.GetAsync($"{ApiServer.Probes}/{name}")).Code.ShouldBe(404);
    }
}
