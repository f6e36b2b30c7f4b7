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
            return CheckAnswer.Pass("The agent's autonomy covers it.");
        }

        var message = $"It is a {tier.WireName()}, and the agent's autonomy is {autonomy.WireName()}.";
        return input.Policy.ApprovalMode == ApprovalMode.None
            ? CheckAnswer.Deny(GuardrailReason.AutonomyExceeded, message, Remedy(tier))
            : CheckAnswer.Ask(message, Remedy(tier));
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) => $"{input.Tier.WireName()} against {input.Policy.Autonomy.WireName()}";

    /// <summary>The worst tier that an agent of that autonomy may execute by itself; an autonomy that nobody knows reads only.</summary>
    private static RiskTier Limit(AutonomyLevel autonomy) => autonomy switch
    {
        AutonomyLevel.AutomateSafe => RiskTier.ServiceMutation,
        AutonomyLevel.AutomateDestructive => RiskTier.DestructiveMutation,
        _ => RiskTier.Read,
    };

    // Data is nobody's to automate, so no autonomy is named for it.
    private static string? Remedy(RiskTier tier) => tier switch
    {
        RiskTier.ServiceMutation => "The agent's owner may raise autonomy to automate-safe.",
        RiskTier.DestructiveMutation => "The agent's owner may raise autonomy to automate-destructive.",
        _ => null,
    };
}
