using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Core.Runs;

/// <summary>The model that serves the run, as the ModelTierConfig said when the run was made.</summary>
public sealed record RunSnapshotModel
{
    private const int MostModels = 5;

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

    /// <summary>Replies are read as they are written; null for whole ones.</summary>
    public bool? Streaming { get; init; }

    /// <summary>US dollars a million tokens in; null where unknown.</summary>
    public decimal? CostPerMillionInput { get; init; }

    /// <summary>US dollars a million tokens out; null where unknown.</summary>
    public decimal? CostPerMillionOutput { get; init; }

    /// <summary>US dollars a million tokens in from the provider's cache; null where they cost what others do.</summary>
    public decimal? CostPerMillionCachedInput { get; init; }

    /// <summary>US dollars a million tokens in to the provider's cache; null where they cost what others do.</summary>
    public decimal? CostPerMillionCacheWrite { get; init; }

    /// <summary>The models that serve in its place, in this order, when it is down or does not serve us; null for none.</summary>
    public IReadOnlyList<RunSnapshotModel>? Fallbacks { get; init; }

    /// <summary>What plays an undo; no model is asked.</summary>
    /// <param name="tier">The agent's tier.</param>
    public static RunSnapshotModel ForUndo(ModelTier tier) => new() { Tier = tier, Provider = "scripted", Model = "undo" };

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
        Streaming = mapping.Streaming is true ? true : null,
        CostPerMillionInput = RunSnapshotCost.Parse(mapping.CostPerMillionInput),
        CostPerMillionOutput = RunSnapshotCost.Parse(mapping.CostPerMillionOutput),
        CostPerMillionCachedInput = RunSnapshotCost.Parse(mapping.CostPerMillionCachedInput),
        CostPerMillionCacheWrite = RunSnapshotCost.Parse(mapping.CostPerMillionCacheWrite),
    };

    /// <summary>Takes what a run needs of a tier: its first mapping, and as fallbacks its other ones and those of the tiers that they fall back to.</summary>
    /// <param name="spec">The config.</param>
    /// <param name="tier">The agent's tier.</param>
    /// <returns>Null when the tier is not mapped.</returns>
    public static RunSnapshotModel? Of(ModelTierConfigSpec spec, ModelTier tier)
    {
        List<RunSnapshotModel> models = [.. Chain(spec, tier).Select(index => From(spec.Tiers[index], spec.DefaultAuth))];
        return models is [var first, ..] ? first with { Fallbacks = models.Count > 1 ? models[1..] : null } : null;
    }

    /// <summary>Places in <c>spec.tiers</c> of the mappings that a run of a tier asks, in the order in which it asks them; at most five, none when the tier is not mapped.</summary>
    /// <param name="spec">The config.</param>
    /// <param name="tier">The agent's tier.</param>
    public static IReadOnlyList<int> Chain(ModelTierConfigSpec spec, ModelTier tier)
    {
        List<int> Mapped(ModelTier wanted) => [.. Enumerable.Range(0, spec.Tiers.Count).Where(index => spec.Tiers[index].Tier == wanted)];

        var chain = Mapped(tier);
        for (var place = 0; place < chain.Count; place++)
        {
            if (spec.Tiers[chain[place]].FallbackTier is { } next && chain.All(index => spec.Tiers[index].Tier != next))
            {
                chain.AddRange(Mapped(next));
            }
        }

        return chain.Count > MostModels ? chain[..MostModels] : chain;
    }

    private static RunSnapshotAuth AuthFrom(ProviderAuthSpec auth) => new(
        auth.Type,
        auth.SecretRef is { Length: > 0 } name
            ? new RunSnapshotSecret(null, name, auth.Type == ProviderAuthType.ApiKey ? auth.SecretKey : null)
            : null);
}
