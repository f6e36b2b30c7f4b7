using Legator.Core.Runs.Events;
using Legator.Tests.ModelStandIn;

namespace Legator.EndToEnd.Tests.Models;

/// <summary>Each tier of the started product proves who asks in its own way, wherever its API is, and goes elsewhere when its provider is down.</summary>
public sealed class AccessTests(ModelProduct product) : IClassFixture<ModelProduct>
{
    [Theory]
    [InlineData("anthropic", "/v1/", "openai", "", "ollama", "/api/")]
    [InlineData("openai-compatible", "/v1", "vllm", "/v1/chat/completions", "kimi", "/")]
    public async Task ApiKeys_OfEachTier_AreSentAsTheVendorWantsThem(string fast, string fastPath, string standard, string standardPath, string reasoning, string reasoningPath)
    {
        await using var a = await StartAsync(fast);
        await using var b = await StartAsync(standard);
        await using var c = await StartAsync(reasoning);
        (a.Secret, b.Secret, c.Secret) = (() => "canary-a", () => "canary-b", () => "canary-c");
        await ApplyAsync(
            [("key-a", "api-key", "canary-a"), ("key-b", "token", "canary-b"), ("key-c", "api-key", "canary-c")],
            new { tier = "fast", provider = fast, model = "m", baseURL = At(a, fastPath), auth = new { type = "apiKey", secretRef = "key-a" } },
            new { tier = "standard", provider = standard, model = "m", endpoint = At(b, standardPath), auth = new { type = "apiKey", secretRef = "key-b", secretKey = "token" } },
            new { tier = "reasoning", provider = reasoning, model = "m", baseURL = At(c, reasoningPath), auth = new { type = "apiKey", secretRef = "key-c" } });
        foreach (var (tier, vendor) in new[] { ("fast", a), ("standard", b), ("reasoning", c) })
        {
            await WentAsync($"key-{tier}-{fast}", tier, vendor);
            vendor.Denied.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai")]
    [InlineData("ollama")]
    public async Task OAuthTokens_ThatEndOrAreRefused_AreReplaced(string provider)
    {
        await using var brief = await TokenIssuer.StartAsync(life: 30);
        await using var revoked = await TokenIssuer.StartAsync();
        await using var a = await StartAsync(provider);
        await using var b = await StartAsync(provider, turn => revoked.Least = turn == 2 ? revoked.Issued + 1 : revoked.Least);
        (a.Secret, b.Secret) = (() => brief.Valid, () => revoked.Valid);
        await product.ApplyAsync(Client("brief", brief), Client("revoked", revoked), ModelManifests.Config([
            new { tier = "fast", provider, model = "m", baseURL = a.Address.ToString(), auth = new { type = "oauth", secretRef = "brief" } },
            new { tier = "standard", provider, model = "m", baseURL = b.Address.ToString(), auth = new { type = "oauth", secretRef = "revoked" } }]));
        var journal = await WentAsync($"brief-{provider}", "fast", a) + await WentAsync($"revoked-{provider}", "standard", b);
        a.Headers.Select(headers => headers["Authorization"]).ShouldBeUnique();
        b.Headers.Select(headers => headers["Authorization"]).Distinct().Count().ShouldBe(2);
        journal.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("vllm")]
    public async Task ServiceAccountToken_ThatIsReplaced_IsReadAnew(string provider)
    {
        await File.WriteAllTextAsync(product.TokenFile, "canary-account-1");
        await using var vendor = await StartAsync(provider, turn => File.WriteAllText(product.TokenFile, $"canary-account-{turn}\n"));
        vendor.Secret = () => vendor.Requests.Count == 0 ? null : File.ReadAllText(product.TokenFile).Trim();
        await ApplyAsync([], new { tier = "fast", provider, model = "m", baseURL = vendor.Address.ToString(), auth = new { type = "serviceAccount" } });
        (await WentAsync($"account-{provider}", "fast", vendor)).ShouldNotContain("canary");
        vendor.Headers.Select(headers => headers["Authorization"]).ShouldBe(["Bearer canary-account-1", "Bearer canary-account-1", "Bearer canary-account-2"]);
    }

    [Fact]
    public async Task CustomHeadersAndNone_AreSentAsTheyAre()
    {
        await using var custom = await StartAsync("openai-compatible");
        await using var none = await StartAsync("ollama");
        await using var anthropic = await StartAsync("anthropic");
        (custom.Secret, none.Secret, anthropic.Secret) = (() => "canary-own", () => null, () => "canary-own");
        await product.ApplyAsync(
            ModelManifests.Secret("own", ("x-team", "ops"), ("Authorization", "Bearer canary-own")),
            ModelManifests.Config([
                new { tier = "fast", provider = "openai-compatible", model = "m", baseURL = custom.Address.ToString(), auth = new { type = "custom", secretRef = "own" } },
                new { tier = "standard", provider = "ollama", model = "m", baseURL = none.Address.ToString(), auth = new { type = "none" } },
                new { tier = "reasoning", provider = "anthropic", model = "m", baseURL = anthropic.Address.ToString(), auth = new { type = "custom", secretRef = "own" } }]));
        await WentAsync("custom", "fast", custom);
        await WentAsync("none", "standard", none);
        await WentAsync("custom-anthropic", "reasoning", anthropic);
        custom.Headers.ShouldAllBe(headers => headers["x-team"] == "ops");
        anthropic.Headers.ShouldAllBe(headers => headers["x-team"] == "ops" && !headers.ContainsKey("x-api-key"));
        none.Headers.ShouldAllBe(headers => !headers.ContainsKey("Authorization") && !headers.ContainsKey("x-api-key"));
    }

    [Fact]
    public async Task ProviderThatIsDown_IsReplaced_AndTheConditionsSaySo()
    {
        await using var down = await StartAsync("anthropic");
        await using var other = await StartAsync("openai");
        await using var wrong = await StartAsync("kimi");
        (down.Down, wrong.Secret) = (529, () => "another");
        var key = new { type = "apiKey", secretRef = "keys" };
        await ApplyAsync(
            [("keys", "api-key", ModelVendor.Key)],
            new { tier = "fast", provider = "anthropic", model = "m", baseURL = down.Address.ToString(), auth = key, fallbackTier = "standard" },
            new { tier = "standard", provider = "openai", model = "m", baseURL = other.Address.ToString(), auth = key },
            new { tier = "reasoning", provider = "kimi", model = "m", baseURL = wrong.Address.ToString(), auth = key });
        var journal = await WentAsync("fallback", "fast", other);
        journal.ShouldContain("\"servedBy\":\"openai/m\"");
        journal.ShouldContain("The provider answered 529");
        await SaysAsync("Fast", "OnlyFallbackAnswers True");
        await SaysAsync("Standard", "ProviderAnswers True");
        await SaysAsync("Reasoning", "CredentialRefused False");
        wrong.Secret = () => ModelVendor.Key;
        await SaysAsync("Reasoning", "ProviderAnswers True");
    }

    [Fact]
    public async Task Refusal_EndsTheRun_WithWhatWasSaid()
    {
        string[] providers = ["anthropic", "openai", "vllm"];
        var refusal = new StandInTurn("I will not do that.") { End = StandInEnd.Refused };
        var vendors = await Task.WhenAll(providers.Select(provider => ModelVendor.StartAsync(Vendor.Rules(provider), (_, _) => refusal)));
        string[] tiers = ["fast", "standard", "reasoning"];
        await ApplyAsync(
            [("keys", "api-key", ModelVendor.Key)],
            providers.Select((provider, i) => new { tier = tiers[i], provider, model = "m", baseURL = vendors[i].Address.ToString(), streaming = i > 0, auth = new { type = "apiKey", secretRef = "keys" } }));
        await product.ConfiguredAsync();
        await product.ApplyAsync([.. providers.Select((provider, i) => ModelManifests.Agent($"refused-{provider}", tiers[i], turns: 5))]);
        foreach (var (provider, vendor) in providers.Zip(vendors))
        {
            var run = await product.RunAsync($"refused-{provider}");
            (await product.EndedAsync(run)).Phase.ShouldBe("Failed");
            var events = await product.JournalAsync(run);
            (events.OfType<RunFinished>().Single().Reason, events.OfType<ReportWritten>().Single().Report).ShouldBe(("ModelRefused", "I will not do that."));
            await vendor.DisposeAsync();
        }
    }

    private Task SaysAsync(string tier, string expected) =>
        Eventually.BecomesAsync($"{tier}Answers is {expected}", () => product.AnswersAsync(tier), said => said == expected, TimeSpan.FromSeconds(60));

    /// <summary>A run of two turns with calls goes well.</summary>
    /// <returns>Its journal as text.</returns>
    private async Task<string> WentAsync(string agent, string tier, ModelVendor vendor)
    {
        await product.ConfiguredAsync();
        await product.ApplyAsync(ModelManifests.Agent(agent, tier, turns: 5, retries: 0));
        var run = await product.RunAsync(agent);
        var ended = await product.EndedAsync(run);
        var events = await product.JournalAsync(run);
        ended.Phase.ShouldBe("Succeeded", string.Join("\n", events.OfType<ModelFailed>().Select(f => f.Message).Concat(events.OfType<RunFinished>().Select(f => f.Message))));
        vendor.Problems.ShouldBeEmpty();
        vendor.Requests.Count.ShouldBe(3);
        return System.Text.Json.JsonSerializer.Serialize(events, Core.LegatorJson.Options);
    }

    private Task ApplyAsync(IEnumerable<(string Name, string Field, string Value)> secrets, params IEnumerable<object> tiers) =>
        product.ApplyAsync([.. secrets.Select(secret => ModelManifests.Secret(secret.Name, (secret.Field, secret.Value))), ModelManifests.Config(tiers)]);

    private static string Client(string name, TokenIssuer issuer) =>
        ModelManifests.Secret(name, ("client-id", TokenIssuer.Id), ("client-secret", TokenIssuer.Secret), ("token-url", issuer.Address));

    private static string At(ModelVendor vendor, string path) => vendor.Address.ToString().TrimEnd('/') + path;

    private static Task<ModelVendor> StartAsync(string provider, Action<int>? said = null) => ModelVendor.StartAsync(Vendor.Rules(provider), (turn, _) =>
    {
        said?.Invoke(turn);
        return turn > 2
            ? new StandInTurn("INFO: done.")
            : new StandInTurn("", new StandInCall(Vendor.Id(provider, turn, 1), "state_get", """{"key":"a"}"""), new StandInCall(Vendor.Id(provider, turn, 2), "state_get", """{"key":"b"}"""));
    });
}
