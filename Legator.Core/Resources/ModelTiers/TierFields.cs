namespace Legator.Core.Resources.ModelTiers;

/// <summary>Checks the fields of a tier's mapping that a schema cannot. Each problem names the field and the fix.</summary>
public static class TierFields
{
    /// <summary>Everything that is wrong with one mapping, as far as the config alone can tell.</summary>
    /// <param name="spec">The config.</param>
    /// <param name="index">Its place in <c>spec.tiers</c>.</param>
    public static IEnumerable<TierProblem> Problems(ModelTierConfigSpec spec, int index)
    {
        var (mapping, field) = (spec.Tiers[index], $"spec.tiers[{index}]");
        foreach (var problem in Fields(mapping, field))
        {
            yield return problem;
        }

        var (auth, authField) = AuthOf(spec, index);
        if (auth is null || auth.Type == ProviderAuthType.None)
        {
            if (KnownProviders.NeedsKey(mapping.Provider) && (auth is null || (mapping.Endpoint ?? mapping.BaseUrl) is null))
            {
                yield return new TierProblem(TierProblem.AuthMissing, $"{field}.auth: {mapping.Provider} needs a key: name a Secret with {{type: apiKey, secretRef: NAME}}, here or in spec.defaultAuth");
            }
        }
        else if (mapping.Provider is not "scripted" && NeedsSecret(auth) && string.IsNullOrEmpty(auth.SecretRef))
        {
            yield return new TierProblem(TierProblem.AuthMissing, $"{authField}.secretRef: is not set: name the Secret that holds the credential");
        }
    }

    /// <summary>The Secret that a mapping needs, and the field that names it; null where it needs none or names none.</summary>
    public static (ProviderAuthSpec Auth, string Field)? SecretOf(ModelTierConfigSpec spec, int index) =>
        spec.Tiers[index].Provider is not "scripted" && AuthOf(spec, index) is ({ SecretRef.Length: > 0 } auth, var field) && NeedsSecret(auth) ? (auth, field) : null;

    private static bool NeedsSecret(ProviderAuthSpec auth) => auth.Type is ProviderAuthType.ApiKey or ProviderAuthType.OAuth or ProviderAuthType.Custom;

    private static (ProviderAuthSpec? Auth, string Field) AuthOf(ModelTierConfigSpec spec, int index) =>
        spec.Tiers[index].Auth is { } own ? (own, $"spec.tiers[{index}].auth") : (spec.DefaultAuth, "spec.defaultAuth");

    private static IEnumerable<TierProblem> Fields(TierMapping mapping, string field)
    {
        if (!KnownProviders.Knows(mapping.Provider))
        {
            yield return new TierProblem(TierProblem.UnknownProvider, $"{field}.provider: '{mapping.Provider}' is no provider: write one of {KnownProviders.Names}");
        }

        if (string.IsNullOrWhiteSpace(mapping.Model))
        {
            yield return new TierProblem(TierProblem.Invalid, $"{field}.model: is empty: write the provider's name of a model");
        }

        var address = mapping.Endpoint ?? mapping.BaseUrl;
        if (string.IsNullOrEmpty(address))
        {
            if (KnownProviders.NeedsEndpoint(mapping.Provider))
            {
                yield return new TierProblem(TierProblem.Invalid, $"{field}.endpoint: {mapping.Provider} has no public address: write the base URL of the API, such as http://host:8000/v1");
            }
        }
        else if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return new TierProblem(TierProblem.Invalid, $"{field}.endpoint: '{address}' is not an http or https URL: write one such as https://api.example.com/v1");
        }
    }
}
