namespace Legator.LocalCluster.Tests.Protocol;

public sealed class CleanupTests(ProtocolServers servers) : IClassFixture<ProtocolServers>
{
    private readonly ApiServer _api = servers.On(ProtocolServers.Local);

    [Fact]
    public async Task Owner_Deleted_TakesItsDependentsAlong()
    {
        string owner = await OwnerAsync();

        await _api.DeleteAsync($"{ApiServer.Probes}/{owner}");

        await Eventually.IsTrueAsync("the dependent is gone", async () => (await _api.GetAsync($"{ApiServer.Probes}/{owner}-child")).Code == 404);
    }

    [Fact]
    public async Task Owner_DeletedAsOrphan_LeavesItsDependents()
    {
        string owner = await OwnerAsync();

        await _api.DeleteAsync($"{ApiServer.Probes}/{owner}", """{"propagationPolicy":"Orphan"}""");
        await Eventually.IsTrueAsync("the owner is gone", async () => (await _api.GetAsync($"{ApiServer.Probes}/{owner}")).Code == 404);

        (await _api.GetAsync($"{ApiServer.Probes}/{owner}-child")).Body!["metadata"]!.AsObject().ContainsKey("ownerReferences").ShouldBeFalse();
    }

    [Fact]
    public async Task Owner_DeletedInTheForeground_GoesLast()
    {
        string owner = await OwnerAsync(""","blockOwnerDeletion":true""");

        ApiAnswer marked = await _api.DeleteAsync($"{ApiServer.Probes}/{owner}", """{"propagationPolicy":"Foreground"}""");

        marked.Body!["metadata"]!["finalizers"]![0]!.ToString().ShouldBe("foregroundDeletion");
        await Eventually.IsTrueAsync("the owner is gone", async () => (await _api.GetAsync($"{ApiServer.Probes}/{owner}")).Code == 404);
        (await _api.GetAsync($"{ApiServer.Probes}/{owner}-child")).Code.ShouldBe(404);
    }

    [Fact]
    public async Task Namespace_Deleted_GoesWithAllThatIsInIt()
    {
        string ns = ApiServer.Unique("ns");
        await _api.PostAsync("/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{ns}}}"}}""");
        await _api.PostAsync($"/api/v1/namespaces/{ns}/configmaps", """{"metadata":{"name":"c"}}""");

        ApiAnswer marked = await _api.DeleteAsync($"/api/v1/namespaces/{ns}");

        marked.Body!["status"]!["phase"]!.ToString().ShouldBe("Terminating");
        await Eventually.IsTrueAsync("the namespace is gone", async () => (await _api.GetAsync($"/api/v1/namespaces/{ns}")).Code == 404);
        (await _api.GetAsync($"/api/v1/namespaces/{ns}/configmaps")).Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task FinishedRun_IsImmutable_ButMayBeLabelledAndDeleted()
    {
        const string Runs = "/apis/legator.io/v1alpha1/namespaces/default/legatorruns";
        string path = $"{Runs}/{ApiServer.Unique("run")}";
        await _api.PostAsync(Runs, $$$"""
            {"apiVersion":"legator.io/v1alpha1","kind":"LegatorRun","metadata":{"name":"{{{path[(Runs.Length + 1)..]}}}"},"spec":{"agentRef":"a","environmentRef":"e","trigger":"manual"}}
            """);
        (await _api.MergeAsync(path + "/status", """{"status":{"phase":"Succeeded"}}""")).Code.ShouldBe(200);

        (await _api.MergeAsync(path + "/status", """{"status":{"phase":"Running"}}""")).Code.ShouldBe(422);
        (await _api.MergeAsync(path, """{"spec":{"trigger":"scheduled"}}""")).Code.ShouldBe(422);
        (await _api.MergeAsync(path, """{"metadata":{"labels":{"kept":"yes"}}}""")).Code.ShouldBe(200);
        (await _api.DeleteAsync(path)).Code.ShouldBe(200);
    }

    private async Task<string> OwnerAsync(string extra = "")
    {
        string owner = ApiServer.Unique("own");
        ApiAnswer created = await _api.PostAsync(ApiServer.Probes, ApiServer.Probe(owner));
        await _api.PostAsync(ApiServer.Probes, ApiServer.Probe($"{owner}-child", metadata: $$"""
            "ownerReferences":[{"apiVersion":"test.legator.io/v1","kind":"Probe","name":"{{owner}}","uid":"{{created.Body!["metadata"]!["uid"]}}"{{extra}}}]
            """));
        return owner;
    }
}
