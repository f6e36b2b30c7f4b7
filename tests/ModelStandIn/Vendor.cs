namespace Legator.Tests.ModelStandIn;

/// <summary>The vendors' own rules, for tests over all of them.</summary>
internal static class Vendor
{
    public static IReadOnlyList<string> Names { get; } = ["anthropic", "openai", "openai-compatible", "vllm", "kimi", "ollama"];

    public static TheoryData<string> Providers => [.. Names];

    public static IVendorRules Rules(string provider) => provider switch
    {
        "anthropic" => new AnthropicRules(),
        "ollama" => new OllamaRules(),
        _ => new OpenAIRules(provider),
    };

    /// <summary>Ids as the vendor makes them.</summary>
    public static string Id(string provider, int turn, int call) => provider switch
    {
        "anthropic" => $"toolu_{turn:D12}{call:D12}",
        "kimi" => $"functions.state_get:{(turn * 10) + call}",
        "vllm" => $"chatcmpl-tool-{turn:D16}{call:D16}",
        _ => $"call_{turn:D12}{call:D12}",
    };
}
