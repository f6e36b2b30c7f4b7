using Legator.Core.Actions;
using Legator.Core.Guardrails.PreConditions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>What the sheet wants to hold before a mutation must have been looked at, and must hold; else what the sheet says of that case happens. What nobody could look at is refused.</summary>
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
        (PreConditionFailure Failure, string Message)? worst = null;
        foreach (var condition in Wanted(input))
        {
            wanted++;
            var seen = input.PreConditions.FirstOrDefault(r => r.Check == condition.Check);
            if (seen is { Holds: true, Unchecked: not true })
            {
                continue;
            }

            var failure = Failure(condition, seen);
            if (worst is null || failure < worst.Value.Failure)
            {
                worst = (failure, $"Pre-condition '{condition.Check}' does not hold: {seen?.Message ?? "nobody looked."}");
            }
        }

        return worst is null ? CheckAnswer.Pass(wanted == 0 ? "The sheet has no pre-conditions." : "All pre-conditions hold.") : Answer(worst.Value.Failure, worst.Value.Message);
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input)
    {
        var wanted = Wanted(input).Select(p => p.Check).Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0 ? "no pre-conditions" : string.Join("; ", wanted.Select(w => $"'{w}': {input.PreConditions.FirstOrDefault(r => r.Check == w)?.Message ?? "nobody looked."}"));
    }

    /// <summary>What the sheet only warns of, a sentence each.</summary>
    public static IReadOnlyList<string> Warnings(GuardrailInput input) => input.PreConditions.Count == 0 || input.Tier == RiskTier.Read ? [] :
    [
        .. Wanted(input)
            .Where(c => FailWords.Read(c.FailAction) == PreConditionFailure.Warn)
            .Select(c => input.PreConditions.FirstOrDefault(r => r.Check == c.Check))
            .OfType<PreConditionResult>()
            .Where(r => r is { Holds: false, Unchecked: not true })
            .Select(r => $"Pre-condition '{r.Check}' does not hold: {r.Message}")
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<PreCondition> Wanted(GuardrailInput input) => input.AllDeclarations.SelectMany(d => d.PreConditions);

    // What nobody could look at is no better for a mild failAction: only escalating is stricter than refusing, and skipping no milder.
    private static PreConditionFailure Failure(PreCondition condition, PreConditionResult? seen)
    {
        var failure = FailWords.Read(condition.FailAction) ?? PreConditionFailure.Block;
        var looked = seen is not (null or { Unchecked: true });
        return !looked && (failure is PreConditionFailure.Approval or PreConditionFailure.Warn) ? PreConditionFailure.Block : failure;
    }

    private static CheckAnswer Answer(PreConditionFailure failure, string message) => failure switch
    {
        PreConditionFailure.Warn => CheckAnswer.Pass($"{message} The sheet only warns of it."),
        PreConditionFailure.Approval => CheckAnswer.Ask($"{message} The sheet wants a person to decide then.", "A person may approve exactly this call."),
        PreConditionFailure.Skip => CheckAnswer.Deny(GuardrailReason.PreConditionSkipped, $"{message} The sheet wants it left out then.", "Go on without it."),
        PreConditionFailure.Escalate => CheckAnswer.Deny(GuardrailReason.PreConditionEscalated, $"{message} The sheet wants a person to look at it then.", "Go on without it: a person is told."),
        _ => CheckAnswer.Deny(GuardrailReason.PreConditionFailed, message, "It may be tried again when the pre-condition holds."),
    };
}
