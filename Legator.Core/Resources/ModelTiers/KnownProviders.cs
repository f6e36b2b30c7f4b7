namespace Legator.Core.Resources.ModelTiers;

/// <summary>What a tier's provider may be, and what each needs.</summary>
public static class KnownProviders
{
    private static readonly Dictionary<string, (bool NeedsKey, bool NeedsEndpoint)> Providers = new(StringComparer.Ordinal)
    {
        ["anthropic"] = (true, false),
        ["kimi"] = (true, false),
        ["ollama"] = (false, false),
        ["openai"] = (true, false),
        ["openai-compatible"] = (false, true),
        ["scripted"] = (false, false),
        ["vllm"] = (false, true),
    };

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", Providers.Keys.Order(StringComparer.Ordinal));

    /// <summary>True for one of them.</summary>
    public static bool Knows(string provider) => Providers.ContainsKey(provider);

    /// <summary>True when it answers nobody without a key.</summary>
    public static bool NeedsKey(string provider) => Providers.TryGetValue(provider, out var needs) && needs.NeedsKey;

    /// <summary>True when it has no public address.</summary>
    public static bool NeedsEndpoint(string provider) => Providers.TryGetValue(provider, out var needs) && needs.NeedsEndpoint;
}
