using Legator.Core.Actions;

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

            if (input.Environment.Data.Touched(action) is { } data)
            {
                return Refuse($"{action.Verb} {action.Target} is on {data.Kind} {data.Name}, which the environment declares as data.");
            }

            if (tier >= RiskTier.DestructiveMutation && input.Environment.Data.Beside(action) is { } beside)
            {
                return Refuse($"{action.Verb} {action.Target} destroys something in namespace {beside.Namespace}, which holds {beside.Kind} {beside.Name}.");
            }
        }

        return CheckAnswer.Pass("Stays away from what the environment declares as data.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        $"{input.Environment.DataResources.Count} declared data resources; the call is {input.Tier.WireName()}";

    private static CheckAnswer Refuse(string message) =>
        CheckAnswer.Deny(GuardrailReason.ProtectedDataResource, message, "Leave it to a person. Only the environment's dataResources could say that it is no data.");
}
