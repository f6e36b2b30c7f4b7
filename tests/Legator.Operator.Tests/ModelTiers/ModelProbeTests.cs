using System.Text;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.ModelTiers;
using Legator.Operator.ModelTiers;
using Legator.Operator.Tests.Clusters;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Tests.ModelTiers;

/// <summary>What is said of a provider that answers, refuses, is down and is not there.</summary>
public sealed class ModelProbeTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>, IAsyncLifetime
{
    private static readonly ProviderAuthSpec Key = new() { Type = ProviderAuthType.ApiKey, SecretRef = "key" };
    private string _namespace = "";

    public async ValueTask InitializeAsync()
    {
        _namespace = await cluster.NamespaceAsync();
        await SecretAsync("key", ("api-key", ModelVendor.Key));
        await SecretAsync("bad", ("api-key", "canary-wrong"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("anthropic", "m", null, "ProviderAnswers")]
    [InlineData("openai", "m", null, "ProviderAnswers")]
    [InlineData("kimi", "an-alias", null, "ProviderAnswers")]
    [InlineData("vllm", "m", null, "ProviderAnswers")]
    [InlineData("vllm", "another", null, "ModelNotServed")]
    [InlineData("ollama", "qwen3", null, "ProviderAnswers")]
    [InlineData("ollama", "another", null, "ModelNotServed")]
    [InlineData("openai-compatible", "m", 503, "ProviderFails")]
    [InlineData("openai-compatible", "m", 404, "ProviderAnswers")]
    [InlineData("anthropic", "m", 529, "ProviderFails")]
    public async Task Provider_IsToldAsItAnswers(string provider, string model, int? down, string reason)
    {
        await using var vendor = await VendorAsync(provider);
        vendor.Down = down;
        var answer = await AskAsync(new TierMapping { Tier = ModelTier.Fast, Provider = provider, Model = model, BaseUrl = vendor.Address.ToString() }, Key);
        (answer.Reason, answer.Answers).ShouldBe((reason, reason == "ProviderAnswers"));
        answer.Message.ShouldContain($"{provider}/{model}");
        vendor.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai")]
    public async Task Key_ThatIsRefused_IsNamedByItsSecret(string provider)
    {
        await using var vendor = await VendorAsync(provider);
        var answer = await AskAsync(new TierMapping { Tier = ModelTier.Fast, Provider = provider, Model = "m", Endpoint = vendor.Address.ToString() }, Key with { SecretRef = "bad" });
        answer.Reason.ShouldBe("CredentialRefused");
        answer.Message.ShouldContain("'bad'");
        answer.Message.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("vllm", "http://127.0.0.1:9", "key", "ProviderUnreachable")]
    [InlineData("vllm", "http://127.0.0.1:9", "nowhere", "SecretNotFound")]
    [InlineData("vllm", null, "key", "TierInvalid")]
    [InlineData("scripted", null, "nowhere", "NobodyToAsk")]
    public async Task Provider_ThatCannotBeAsked_IsTold(string provider, string? address, string secret, string reason) =>
        (await AskAsync(new TierMapping { Tier = ModelTier.Fast, Provider = provider, Model = "m", Endpoint = address }, Key with { SecretRef = secret })).Reason.ShouldBe(reason);

    private static async Task<ModelVendor> VendorAsync(string provider)
    {
        IVendorRules rules = provider switch { "anthropic" => new AnthropicRules(), "ollama" => new OllamaRules(), _ => new OpenAIRules(provider) };
        var vendor = await ModelVendor.StartAsync(rules, (_, _) => new StandInTurn("never"));
        vendor.Models = ["m", "qwen3:latest"];
        return vendor;
    }

    private async Task<ModelAnswer> AskAsync(TierMapping mapping, ProviderAuthSpec auth)
    {
        var options = Options.Create(new OperatorOptions());
        using var probe = new ModelProbe(new ProbeCredentials(cluster.Client<Secret>(), options, TimeProvider.System), TimeProvider.System);
        return await probe.AskAsync(mapping, auth, [_namespace], default);
    }

    private Task SecretAsync(string name, params (string Field, string Value)[] fields) => cluster.Client<Secret>().CreateAsync(
        new Secret { Metadata = new() { Name = name, Namespace = _namespace }, Data = fields.ToDictionary(f => f.Field, f => Encoding.UTF8.GetBytes(f.Value)) }, default);
}
