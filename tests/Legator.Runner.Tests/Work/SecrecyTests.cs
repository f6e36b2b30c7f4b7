using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;

namespace Legator.Runner.Tests.Work;

/// <summary>Secrets go to providers and tools, and nowhere else.</summary>
public sealed class SecrecyTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private const string ModelKey = "canary-model-key-7f3a";
    private const string Credential = "canary-credential-91bd";

    [Fact]
    public async Task Secrets_ThatTheModelRepeats_AreNotInTheJournal()
    {
        await using var vendor = await FakeVendor.StartAsync(
            OpenAIReplies.Calls(("c1", "state_set", $$"""{"key":"k","value":"{{Credential}}"}""")),
            OpenAIReplies.Says($"I know {ModelKey} and {Credential}."));
        var journal = await PlayAsync("secrets", Snapshot(vendor.Address));
        vendor.Requests[0].Headers["Authorization"].ShouldBe($"Bearer {ModelKey}");
        vendor.Requests.ShouldAllBe(r => !r.Body!.ToJsonString().Contains(Credential) && !r.Body!.ToJsonString().Contains(ModelKey));
        journal.ShouldNotContain(ModelKey);
        journal.ShouldNotContain(Credential);
        journal.ShouldContain("[REDACTED]");
    }

    [Fact]
    public async Task Key_ThatTheProviderEchoesInAnError_IsNotInTheJournal()
    {
        await using var vendor = await FakeVendor.StartAsync(new VendorReply($$$"""{"error":{"message":"Incorrect key {{{ModelKey}}}"}}""", 401));
        (await PlayAsync("echo", Snapshot(vendor.Address))).ShouldNotContain(ModelKey);
    }

    [Theory]
    [InlineData("no-such-secret", "api-key", "is in none of the namespaces legator-system, agents")]
    [InlineData("model-keys", "no-such-field", "has no field 'no-such-field'")]
    public async Task Secret_ThatIsMissing_IsNamedWithTheFix(string name, string key, string expected)
    {
        var snapshot = Snapshot(new Uri("http://127.0.0.1:9"));
        snapshot = snapshot with { Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, name, key)) } };
        (await PlayAsync($"missing-{key}", snapshot)).ShouldContain(expected);
    }

    private static RunSnapshot Snapshot(Uri vendor)
    {
        var snapshot = Models.Snapshot("openai-compatible", vendor);
        return snapshot with
        {
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "model-keys", "api-key")) },
            Environment = snapshot.Environment with
            {
                Spec = new LegatorEnvironmentSpec { Credentials = new Dictionary<string, CredentialRef> { ["site"] = new() { Type = CredentialType.Token, SecretRef = "site" } } },
            },
        };
    }

    private async Task<string> PlayAsync(string name, RunSnapshot snapshot)
    {
        using var folder = new TemporaryDirectory();
        using var host = RunnerHost.Build(cluster, folder.Path, "r1");
        await cluster.ApplyAllAsync([Secret("model-keys", "api-key", ModelKey), Secret("site", "token", Credential)]);
        return JsonSerializer.Serialize(await host.PlayAsync(await host.OrderAsync(name, snapshot)), LegatorJson.Options);
    }

    private static System.Text.Json.Nodes.JsonObject Secret(string name, string key, string value)
    {
        var secret = ScenarioCluster.Reference("v1", "Secret", "agents", name);
        secret["stringData"] = new System.Text.Json.Nodes.JsonObject { [key] = value };
        return secret;
    }
}
