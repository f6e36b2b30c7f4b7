namespace Legator.LocalCluster.Tests.Protocol;

public sealed class ListTests(ProtocolServers servers) : IClassFixture<ProtocolServers>
{
    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task List_PagedWhileObjectsChange_StaysAtItsFirstRevision(string server)
    {
        ApiServer api = servers.On(server);
        string label = ApiServer.Unique("page");
        foreach (string name in (string[])["a", "b", "c", "d"])
        {
            await api.PostAsync(ApiServer.Probes, ApiServer.Probe($"{label}-{name}", metadata: $$"""
                "labels":{"set":"{{label}}"}
                """));
        }

        string path = $"{ApiServer.Probes}?limit=2&labelSelector=set%3D{label}";
        ApiAnswer first = await api.GetAsync(path);
        await api.DeleteAsync($"{ApiServer.Probes}/{label}-c");
        ApiAnswer second = await api.GetAsync($"{path}&continue={first.Body!["metadata"]!["continue"]}");

        first.Names.ShouldBe([$"{label}-a", $"{label}-b"]);
        second.Names.ShouldBe([$"{label}-c", $"{label}-d"]);
        second.Version.ShouldBe(first.Version);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task List_AtAnExactEarlierRevision_ShowsThatMoment(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("exact");
        ApiAnswer created = await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));
        await api.DeleteAsync($"{ApiServer.Probes}/{name}");

        ApiAnswer then = await api.GetAsync($"{ApiServer.Probes}?resourceVersion={created.Version}&resourceVersionMatch=Exact");
        ApiAnswer now = await api.GetAsync(ApiServer.Probes);

        then.Names.ShouldContain(name);
        now.Names.ShouldNotContain(name);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task List_BySelectors_FindsWhatMatchesBoth(string server)
    {
        ApiServer api = servers.On(server);
        string set = ApiServer.Unique("sel");
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe($"{set}-1", """{"size":"small"}""", $$"""
            "labels":{"set":"{{set}}","tier":"a"}
            """));
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe($"{set}-2", """{"size":"large"}""", $$"""
            "labels":{"set":"{{set}}","tier":"b"}
            """));

        (await api.GetAsync($"{ApiServer.Probes}?labelSelector=set%3D{set},tier+in+(a,b)&fieldSelector=spec.size%3Dlarge")).Names.ShouldBe([$"{set}-2"]);
        (await api.GetAsync($"{ApiServer.Probes}?labelSelector=set%3D{set},tier+notin+(b)")).Names.ShouldBe([$"{set}-1"]);
        (await api.GetAsync($"{ApiServer.Probes}?labelSelector=set%3D{set},!nothing&fieldSelector=metadata.name!%3D{set}-1")).Names.ShouldBe([$"{set}-2"]);
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task List_AsMetadata_CarriesNothingElse(string server)
    {
        ApiServer api = servers.On(server);
        string name = ApiServer.Unique("meta");
        await api.PostAsync(ApiServer.Probes, ApiServer.Probe(name));

        ApiAnswer answer = await api.GetAsync(
            $"{ApiServer.Probes}?fieldSelector=metadata.name%3D{name}", ("Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"));

        answer.Body!["kind"]!.ToString().ShouldBe("PartialObjectMetadataList");
        answer.Names.ShouldBe([name]);
        answer.Body["items"]![0]!.AsObject().ContainsKey("spec").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(ProtocolServers.All), MemberType = typeof(ProtocolServers))]
    public async Task List_InAFormThatIsNotServed_IsNotAcceptable(string server) =>
        (await servers.On(server).GetAsync(ApiServer.Probes, ("Accept", "text/html"))).Code.ShouldBe(406);
}
