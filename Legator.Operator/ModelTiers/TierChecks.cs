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
        var problems = new List<TierProblem>(TierFields.Problems(config.Spec, index));
        if (TierFields.SecretOf(config.Spec, index) is var (auth, field) && await secrets.MissingEverywhereAsync(namespaces, auth.SecretRef!, auth.Type == ProviderAuthType.ApiKey ? auth.SecretKey : null, cancellationToken) is { } missing)
        {
            problems.Add(new TierProblem(TierProblem.SecretMissing, $"{field}.secretRef: {missing}"));
        }

        return problems;
    }
}
