using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Core.Runs;

/// <summary>The model that serves the run, as the ModelTierConfig said when the run was made.</summary>
public sealed record RunSnapshotModel
{
    /// <summary>The tier that the agent asked for.</summary>
    public required ModelTier Tier { get; init; }

    /// <summary>Who serves it, e.g. <c>openai-compatible</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Base URL of the provider's API; null for the provider's public one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How to authenticate: the tier's own auth, else the config's default; null where neither is set.</summary>
    public RunSnapshotAuth? Auth { get; init; }

    /// <summary>Most tokens of one reply; null for what is left of the budget, at most 8192.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>US dollars a million tokens in; null where unknown.</summary>
    public decimal? CostPerMillionInput { get; init; }

    /// <summary>US dollars a million tokens out; null where unknown.</summary>
    public decimal? CostPerMillionOutput { get; init; }

    /// <summary><c>provider/model</c>, as shown to people.</summary>
    [JsonIgnore]
    public string DisplayName => $"{Provider}/{Model}";

    /// <summary>The tier as people write it, e.g. <c>standard</c>.</summary>
    [JsonIgnore]
    public string TierName => JsonSerializer.SerializeToElement(Tier, LegatorJson.Options).GetString()!;

    /// <summary>Takes what a run needs out of a tier's mapping.</summary>
    /// <param name="mapping">The mapping of the agent's tier.</param>
    /// <param name="defaultAuth">The config's default; used where the mapping has no auth of its own.</param>
    public static RunSnapshotModel From(TierMapping mapping, ProviderAuthSpec? defaultAuth) => new()
    {
        Tier = mapping.Tier,
        Provider = mapping.Provider,
        Model = mapping.Model,
        Endpoint = mapping.Endpoint ?? mapping.BaseUrl,
        Auth = (mapping.Auth ?? defaultAuth) is { } auth ? AuthFrom(auth) : null,
        MaxTokens = mapping.MaxTokens,
        CostPerMillionInput = RunSnapshotCost.Parse(mapping.CostPerMillionInput),
        CostPerMillionOutput = RunSnapshotCost.Parse(mapping.CostPerMillionOutput),
    };

    private static RunSnapshotAuth AuthFrom(ProviderAuthSpec auth) => new(
        auth.Type,
        auth.SecretRef is { Length: > 0 } name
            ? new RunSnapshotSecret(null, name, auth.Type == ProviderAuthType.ApiKey ? auth.SecretKey : null)
            : null);
}
