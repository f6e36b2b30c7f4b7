using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Kubernetes;

namespace Legator.Core.Guardrails.Checks;

/// <summary>Keeps mutations away from what the environment declares as data: none on the object itself, none that destroys in its namespace.</summary>
public sealed class ProtectedDataCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "protected-data";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        for (var i = 0; i < input.Actions.Count; i++)
        {
            var (action, tier) = (input.Actions[i], input.TierOf(i));
            if (tier == RiskTier.Read)
            {
                continue;
            }

            foreach (var data in input.Environment.DataResources)
            {
                if (IsOn(action, data))
                {
                    return Refuse($"{action.Verb} {action.Target} is on {data.Kind} {data.Name}, which the environment declares as data.");
                }

                if (tier >= RiskTier.DestructiveMutation && data.Namespace is not null && SameNamespace(action, data.Namespace))
                {
                    return Refuse($"{action.Verb} {action.Target} destroys something in namespace {data.Namespace}, which holds {data.Kind} {data.Name}.");
                }
            }
        }

        return CheckAnswer.Pass("Stays away from what the environment declares as data.");
    }

    private static CheckAnswer Refuse(string message) =>
        CheckAnswer.Deny(GuardrailReason.ProtectedDataResource, message, "Leave it to a person. Only the environment's dataResources could say that it is no data.");

    private static bool SameNamespace(ProposedAction action, string @namespace) =>
        action.Domain == KubernetesClassifier.Domain
        && (action.Target.Namespace is null ? action.Target.Collection : action.Target.Namespace.Equals(@namespace, StringComparison.OrdinalIgnoreCase));

    private static bool IsOn(ProposedAction action, DataResource data)
    {
        if (action.Domain != KubernetesClassifier.Domain)
        {
            return data.Namespace is null && action.Target.Spellings.Any(s => s.Split('/', '.', ':', ' ', '?').Contains(data.Name, StringComparer.OrdinalIgnoreCase));
        }

        var inReach = data.Namespace is null || SameNamespace(action, data.Namespace);
        return inReach && SameKind(action.Target, data.Kind) && Reaches(action.Target, data.Name);
    }

    // Groups are written in several ways (cnpg.io/Cluster, clusters.postgresql.cnpg.io), so the kind's own name decides.
    private static bool SameKind(CanonicalTarget target, string kind)
    {
        var bare = kind[(kind.LastIndexOf('/') + 1)..].Split('.')[0];
        return target.KindNames.Select(n => n.Split('.')[0]).Contains(bare, StringComparer.OrdinalIgnoreCase);
    }

    private static bool Reaches(CanonicalTarget target, string name)
    {
        var own = target.Text[(target.Text.IndexOf('/', StringComparison.Ordinal) + 1)..].Split(' ')[0];
        return own == "*" || own.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
