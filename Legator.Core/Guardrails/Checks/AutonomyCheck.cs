using Legator.Core.Actions;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Guardrails.Checks;

/// <summary>The call's worst tier against what the agent may do by itself. With an approval mode, what is above becomes a question.</summary>
public sealed class AutonomyCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "autonomy";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var (tier, autonomy) = (input.Tier, input.Policy.Autonomy);
        if (tier <= Limit(autonomy))
        {
            return CheckAnswer.Pass($"{autonomy.WireName()} covers {tier.WireName()}.");
        }

        var message = $"It is a {tier.WireName()}, and the agent's autonomy is {autonomy.WireName()}.";
        return input.Policy.ApprovalMode == ApprovalMode.None
            ? CheckAnswer.Deny(GuardrailReason.AutonomyExceeded, message, Remedy(tier))
            : CheckAnswer.Ask(message, Remedy(tier));
    }

    /// <summary>The worst tier that an agent of that autonomy may execute by itself; an autonomy that nobody knows reads only.</summary>
    private static RiskTier Limit(AutonomyLevel autonomy) => autonomy switch
    {
        AutonomyLevel.AutomateSafe => RiskTier.ServiceMutation,
        AutonomyLevel.AutomateDestructive => RiskTier.DestructiveMutation,
        _ => RiskTier.Read,
    };

    private static string Remedy(RiskTier tier) =>
        $"The agent's owner may raise autonomy to {(tier == RiskTier.ServiceMutation ? "automate-safe" : "automate-destructive")}.";
}
