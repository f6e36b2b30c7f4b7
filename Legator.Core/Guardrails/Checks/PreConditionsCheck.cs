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

        var wanted = 0;
        foreach (var entry in input.AllDeclarations)
        {
            foreach (var condition in entry.PreConditions)
            {
                wanted++;
                if (input.PreConditions.FirstOrDefault(r => r.Check == condition.Check) is not { Holds: true })
                {
                    return Refuse(condition.Check, input.PreConditions.FirstOrDefault(r => r.Check == condition.Check));
                }
            }
        }

        return CheckAnswer.Pass(wanted == 0 ? "The sheet has no pre-conditions." : "All pre-conditions hold.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input)
    {
        var wanted = input.AllDeclarations.SelectMany(d => d.PreConditions).Select(p => p.Check).Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0 ? "no pre-conditions" : string.Join("; ", wanted.Select(w => $"'{w}': {input.PreConditions.FirstOrDefault(r => r.Check == w)?.Message ?? "nobody looked."}"));
    }

    private static CheckAnswer Refuse(string check, PreConditionResult? seen) =>
        CheckAnswer.Deny(
            GuardrailReason.PreConditionFailed,
            $"Pre-condition '{check}' does not hold: {seen?.Message ?? "nobody looked."}",
            "It may be tried again when the pre-condition holds.");
}
