using System.Text.Json.Serialization;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>The model that serves a tier.</summary>
[ValidationRule("!(has(self.endpoint) && has(self.baseURL))", "endpoint and baseURL name the same thing: set one of them")]
public sealed record TierMapping
{
    /// <summary>The tier.</summary>
    public required ModelTier Tier { get; init; }

    /// <summary>Who serves it: anthropic, openai, openai-compatible, ollama, vllm, kimi, or scripted (plays the skill's rehearsal; needs no key).</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Base URL of the provider's API. Unset: the provider's public one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Another spelling of endpoint.</summary>
    [JsonPropertyName("baseURL")]
    public string? BaseUrl { get; init; }

    /// <summary>How to authenticate. Unset: defaultAuth.</summary>
    public ProviderAuthSpec? Auth { get; init; }

    /// <summary>Most tokens of one reply. Unset: what is left of the run's budget, at most 8192.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Replies are read as they are written: one that stalls is asked for again after a minute, and one that runs past its limit of tokens is cut. Unset: false.</summary>
    public bool? Streaming { get; init; }

    /// <summary>Price of a million tokens in, in US dollars, as a decimal number in a string.</summary>
    public string? CostPerMillionInput { get; init; }

    /// <summary>Price of a million tokens out, in US dollars, as a decimal number in a string.</summary>
    public string? CostPerMillionOutput { get; init; }

    /// <summary>Price of a million tokens in that the provider reads from its cache. Unset: costPerMillionInput.</summary>
    public string? CostPerMillionCachedInput { get; init; }

    /// <summary>Price of a million tokens in that the provider writes to its cache. Unset: costPerMillionInput.</summary>
    public string? CostPerMillionCacheWrite { get; init; }

    /// <summary>The tier that serves when this one's providers are down or do not serve us. Unset: none.</summary>
    public ModelTier? FallbackTier { get; init; }
}
