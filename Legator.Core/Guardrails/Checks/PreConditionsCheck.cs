using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>What the sheet wants to hold before a mutation must have been looked at and must hold.</summary>
public sealed class PreConditionsCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "pre-conditions";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        if (input.Tier == RiskTier.Read)
        {
            return CheckAnswer.Pass("Reads have no pre-conditions.");
        }

        var wanted = input.AllDeclarations.SelectMany(d => d.PreConditions).Select(p => p.Check).Distinct(StringComparer.Ordinal).ToList();
        foreach (var check in wanted)
        {
            var result = input.PreConditions.FirstOrDefault(r => r.Check == check);
            if (result is not { Holds: true })
            {
                return CheckAnswer.Deny(
                    GuardrailReason.PreConditionFailed,
                    $"Pre-condition '{check}' does not hold: {result?.Message ?? "nobody looked."}",
                    "It may be tried again when the pre-condition holds.");
            }
        }

        return CheckAnswer.Pass(wanted.Count == 0 ? "The sheet has no pre-conditions." : $"{wanted.Count} pre-conditions hold.");
    }
}
