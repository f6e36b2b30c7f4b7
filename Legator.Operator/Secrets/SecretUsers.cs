using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Operator.Agents;

namespace Legator.Operator.Secrets;

/// <summary>Who is waiting for a Secret: tells each of them when one that was missed is there.</summary>
internal sealed class SecretUsers(SecretPresence presence, Informer<LegatorEnvironment> environments, Informer<ModelTierConfig> tiers, AgentIndex agents)
{
    /// <summary>Follows the environments that name a Secret which appeared.</summary>
    public IDisposable FollowEnvironments(Action<ObjectKey> handler) => Follow(EnvironmentsWith, handler);

    /// <summary>Follows the model tiers that do.</summary>
    public IDisposable FollowTiers(Action<ObjectKey> handler) => Follow(secret => TiersWith(secret).Select(config => ObjectKey.Of(config.Metadata)), handler);

    /// <summary>Follows the agents on either, and those that name it themselves.</summary>
    public IDisposable FollowAgents(Action<ObjectKey> handler) => Follow(
        secret => TiersWith(secret).Any() ? agents.All() : EnvironmentsWith(secret).SelectMany(environment => agents.OnEnvironment(environment.Namespace, environment.Name)).Concat(agents.WithTriggerSecret(secret.Namespace, secret.Name)),
        handler);

    private IDisposable Follow(Func<ObjectKey, IEnumerable<ObjectKey>> users, Action<ObjectKey> handler) => presence.Subscribe(secret =>
    {
        foreach (var user in users(secret))
        {
            handler(user);
        }
    });

    private IEnumerable<ObjectKey> EnvironmentsWith(ObjectKey secret) => environments.All
        .Where(environment => environment.Metadata.Namespace == secret.Namespace && EnvironmentSecrets.Of(environment.Spec).Any(named => named.Name == secret.Name))
        .Select(environment => ObjectKey.Of(environment.Metadata));

    private IEnumerable<ModelTierConfig> TiersWith(ObjectKey secret) => tiers.All.Where(config =>
        config.Spec.DefaultAuth?.SecretRef == secret.Name || config.Spec.Tiers.Any(mapping => mapping.Auth?.SecretRef == secret.Name));
}
