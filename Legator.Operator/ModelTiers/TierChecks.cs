using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Operator.Secrets;

namespace Legator.Operator.ModelTiers;

/// <summary>Whether a tier's mapping can be used. Each problem names the field and the fix.</summary>
internal sealed class TierChecks(SecretPresence secrets)
{
    /// <summary>Looks at every mapping that a run of a tier would ask.</summary>
    /// <param name="config">The config.</param>
    /// <param name="tier">The agent's tier; one that the config maps.</param>
    /// <param name="namespaces">Namespaces of the agents that would use it: Secrets are looked for there too.</param>
    /// <param name="cancellationToken">Gives the check up.</param>
    /// <returns>Whether one of them can be asked, and everything that is wrong with the others.</returns>
    public async Task<(bool Usable, IReadOnlyList<TierProblem> Problems)> CheckAsync(ModelTierConfig config, ModelTier tier, IReadOnlyCollection<string> namespaces, CancellationToken cancellationToken)
    {
        var (usable, all) = (false, new List<TierProblem>());
        foreach (var (place, index) in RunSnapshotModel.Chain(config.Spec, tier).Index())
        {
            // A script plays a whole run: it cannot take one over.
            if (place > 0 && config.Spec.Tiers[index].Provider == "scripted")
            {
                continue;
            }

            var problems = await CheckAsync(config, index, namespaces, cancellationToken);
            usable |= problems.Count == 0;
            all.AddRange(problems);
        }

        return (usable, all);
    }

    /// <summary>Everything that is wrong with one mapping.</summary>
    /// <param name="config">The config that it is part of.</param>
    /// <param name="index">Its place in <c>spec.tiers</c>.</param>
    /// <param name="namespaces">Namespaces of the agents that would use it: Secrets are looked for there too.</param>
    /// <param name="cancellationToken">Gives the check up.</param>
    public async Task<IReadOnlyList<TierProblem>> CheckAsync(ModelTierConfig config, int index, IReadOnlyCollection<string> namespaces, CancellationToken cancellationToken)
    {
        var mapping = config.Spec.Tiers[index];
        var field = $"spec.tiers[{index}]";
        var problems = new List<TierProblem>(Fields(mapping, field));
        var (auth, authField) = mapping.Auth is not null ? (mapping.Auth, $"{field}.auth") : (config.Spec.DefaultAuth, "spec.defaultAuth");
        if (auth is null || auth.Type == ProviderAuthType.None)
        {
            if (KnownProviders.NeedsKey(mapping.Provider) && (auth is null || (mapping.Endpoint ?? mapping.BaseUrl) is null))
            {
                problems.Add(new TierProblem(TierProblem.AuthMissing, $"{field}.auth: {mapping.Provider} needs a key: name a Secret with {{type: apiKey, secretRef: NAME}}, here or in spec.defaultAuth"));
            }
        }
        else if (mapping.Provider is not "scripted" && await SecretAsync(auth, authField, namespaces, cancellationToken) is { } missing)
        {
            problems.Add(missing);
        }

        return problems;
    }

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

    private async Task<TierProblem?> SecretAsync(ProviderAuthSpec auth, string field, IReadOnlyCollection<string> namespaces, CancellationToken cancellationToken)
    {
        if (auth.Type is not (ProviderAuthType.ApiKey or ProviderAuthType.OAuth or ProviderAuthType.Custom))
        {
            return null;
        }

        if (string.IsNullOrEmpty(auth.SecretRef))
        {
            return new TierProblem(TierProblem.AuthMissing, $"{field}.secretRef: is not set: name the Secret that holds the credential");
        }

        var key = auth.Type == ProviderAuthType.ApiKey ? auth.SecretKey : null;
        return await secrets.MissingEverywhereAsync(namespaces, auth.SecretRef, key, cancellationToken) is { } missing
            ? new TierProblem(TierProblem.SecretMissing, $"{field}.secretRef: {missing}")
            : null;
    }
}
