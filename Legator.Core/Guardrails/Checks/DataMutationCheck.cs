using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>Data is never changed by an agent. No setting, sheet, role or approval is asked.</summary>
public sealed class DataMutationCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "data-mutation";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        foreach (var action in input.Actions)
        {
            if (action.BlockedBecause is { } because)
            {
                return CheckAnswer.Deny(GuardrailReason.BlockedOutright, because, action.BlockedUnless);
            }
        }

        if (input.Tier < RiskTier.DataMutation)
        {
            return CheckAnswer.Pass("Changes no data.");
        }

        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (input.TierOf(i) >= RiskTier.DataMutation)
            {
                return Refuse(input.Actions[i]);
            }
        }

        return CheckAnswer.Deny(GuardrailReason.DataMutation, "Nobody can say that it changes no data.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        string.Join("; ", input.Actions.Select((a, i) => $"{a.Verb} {a.Target} is {a.Tier.WireName()} to the classifier and {input.TierOf(i).WireName()} with the sheet"));

    private static CheckAnswer Refuse(ProposedAction action)
    {
        var effects = action.Effects.Count == 0 ? "changes or removes data" : string.Join("; ", action.Effects);
        return CheckAnswer.Deny(GuardrailReason.DataMutation, $"{action.Verb} {action.Target}: {effects}. No agent may do that, and no approval allows it.");
    }
}
