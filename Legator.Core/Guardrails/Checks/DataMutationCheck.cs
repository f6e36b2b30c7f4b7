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
        if (input.Actions.FirstOrDefault(a => a.BlockedBecause is not null) is { } blocked)
        {
            return CheckAnswer.Deny(GuardrailReason.BlockedOutright, blocked.BlockedBecause!, blocked.BlockedUnless);
        }

        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (input.TierOf(i) >= RiskTier.DataMutation)
            {
                var action = input.Actions[i];
                var effects = action.Effects.Count == 0 ? "changes or removes data" : string.Join("; ", action.Effects);
                return CheckAnswer.Deny(GuardrailReason.DataMutation, $"{action.Verb} {action.Target}: {effects}. No agent may do that, and no approval allows it.");
            }
        }

        return CheckAnswer.Pass("Changes no data.");
    }
}
