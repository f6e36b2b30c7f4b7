using System.Text;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Providers;

/// <summary>Tiers whose auth is a token that comes from elsewhere.</summary>
public sealed class TokenTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private const string Token = "canary-token-5b1e";

    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task OAuth_GetsATokenAndSendsIt(string provider)
    {
        await using var issuer = await FakeVendor.StartAsync(new VendorReply($$"""{"access_token":"{{Token}}","token_type":"Bearer","expires_in":3600}"""));
        await using var vendor = await FakeVendor.StartAsync(Reply(provider, $"Your token is {Token}."));
        var journal = await PlayAsync($"oauth-{provider}", provider, vendor, issuer);
        vendor.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe($"Bearer {Token}");
        var asked = issuer.Requests.ShouldHaveSingleItem();
        asked.Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("legator:canary-client-77aa")));
        asked.Form.ShouldBe("scope=models&grant_type=client_credentials");
        journal.ShouldNotContain("canary");
    }

    [Fact]
    public async Task OAuth_RefusedToken_IsReplacedOnce()
    {
        await using var issuer = await FakeVendor.StartAsync(new VendorReply("""{"access_token":"canary-old","expires_in":3600}"""), new VendorReply($$"""{"access_token":"{{Token}}","expires_in":"3600"}"""));
        await using var vendor = await FakeVendor.StartAsync(new VendorReply("{}", 401), Reply("openai-compatible", "INFO: done."));
        (await PlayAsync("oauth-again", "openai-compatible", vendor, issuer)).ShouldContain("Succeeded");
        vendor.Requests.Select(r => r.Headers["Authorization"]).ShouldBe(["Bearer canary-old", $"Bearer {Token}"]);
    }

    [Fact]
    public async Task OAuth_EndpointThatWantsTheForm_GetsIt()
    {
        await using var issuer = await FakeVendor.StartAsync(new VendorReply("""{"error":"invalid_client"}""", 401), new VendorReply($$"""{"access_token":"{{Token}}"}"""));
        await using var vendor = await FakeVendor.StartAsync(Reply("vllm", "INFO: done."));
        (await PlayAsync("oauth-form", "vllm", vendor, issuer)).ShouldContain("Succeeded");
        issuer.Requests[1].Form.ShouldContain("client_id=legator&client_secret=canary-client-77aa");
    }

    [Fact]
    public async Task OAuth_EndpointThatSaysNo_IsNamedWithItsSecret()
    {
        await using var issuer = await FakeVendor.StartAsync(new VendorReply("{}", 400), new VendorReply("""{"error":"invalid_scope","error_description":"not yours"}""", 400));
        await using var vendor = await FakeVendor.StartAsync();
        var journal = await PlayAsync("oauth-refused", "vllm", vendor, issuer);
        journal.ShouldContain("Secret 'oauth-refused' names says no. HTTP 400 invalid_scope not yours.");
        vendor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServiceAccount_TokenIsReadFromItsFile()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("token");
        await File.WriteAllTextAsync(file, Token + "\n");
        await using var vendor = await FakeVendor.StartAsync(Reply("vllm", $"It is {Token}."));
        var snapshot = Snapshot("vllm", vendor.Address, ProviderAuthType.ServiceAccount, null);
        var events = await ProviderRun.PlayAsync(cluster, "account", snapshot, ("Runner:ServiceAccountTokenFile", file));
        vendor.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe($"Bearer {Token}");
        events.OfType<ModelReplied>().ShouldHaveSingleItem().Text.ShouldBe("It is [REDACTED].");
    }

    [Fact]
    public async Task ServiceAccount_WithoutAFile_SaysWhatIsMissing()
    {
        var snapshot = Snapshot("vllm", new Uri("http://127.0.0.1:9"), ProviderAuthType.ServiceAccount, null);
        var events = await ProviderRun.PlayAsync(cluster, "account-missing", snapshot, ("Runner:ServiceAccountTokenFile", "/nowhere/token"));
        events.OfType<ModelFailed>().ShouldHaveSingleItem().Message.ShouldContain("Runner:ServiceAccountTokenFile");
    }

    private async Task<string> PlayAsync(string name, string provider, FakeVendor vendor, FakeVendor issuer)
    {
        await cluster.ApplyAllAsync([ScenarioCluster.Secret(name, ("client-id", "legator"), ("client-secret", "canary-client-77aa"), ("token-url", new Uri(issuer.Address, "/token").ToString()), ("scope", "models"))]);
        var events = await ProviderRun.PlayAsync(cluster, name, Snapshot(provider, vendor.Address, ProviderAuthType.OAuth, new RunSnapshotSecret(null, name, null)));
        return JsonSerializer.Serialize(events, LegatorJson.Options);
    }

    private static RunSnapshot Snapshot(string provider, Uri vendor, ProviderAuthType type, RunSnapshotSecret? secret)
    {
        var snapshot = Models.Snapshot(provider, vendor);
        return snapshot with { Model = snapshot.Model with { Auth = new RunSnapshotAuth(type, secret) } };
    }

    private static VendorReply Reply(string provider, string text) => new(Vendor.Rules(provider).Reply(new StandInTurn(text), "m").ToJsonString());
}
