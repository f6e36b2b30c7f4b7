using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>How often and how wide: the sheet's cooldown on the same target across runs, and the most that a call, a run, and all agents of a namespace may change.</summary>
public sealed class FrequencyCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "frequency";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        if (input.Tier == RiskTier.Read && LongestCooldown(input.AllDeclarations) is null)
        {
            return CheckAnswer.Pass("Reads without a cooldown are not counted.");
        }

        if (input.History is null)
        {
            return CheckAnswer.Deny(GuardrailReason.CooldownActive, "The record of earlier actions could not be read, so nobody can say that enough time has passed.", "It may be tried again when the journal can be read.");
        }

        return Cooldown(input, input.History)
            ?? (input.Tier == RiskTier.Read ? null : BlastRadius.Refuses(input) ?? Rates.Refuses(input, input.History))
            ?? CheckAnswer.Pass("Neither cooldown nor rate nor blast radius is exceeded.");
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input)
    {
        var history = input.History is null ? "an unreadable record" : $"{input.History.Count} actions of others";
        var cooldown = LongestCooldown(input.AllDeclarations) is { } wait ? $"a cooldown of {wait}" : "no cooldown";
        return $"{input.Executed.Count} actions of this run, {history}, {cooldown}, {input.Limits.Rates.Count} rate limits";
    }

    private static TimeSpan? LongestCooldown(IReadOnlyList<DeclaredAction> entries)
    {
        TimeSpan? longest = null;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Cooldown is { } cooldown && (longest is null || cooldown > longest))
            {
                longest = cooldown;
            }
        }

        return longest;
    }

    private static CheckAnswer? Cooldown(GuardrailInput input, PastActions history)
    {
        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (LongestCooldown(input.Declarations[i]) is not { } wait)
            {
                continue;
            }

            var last = Later(input.Executed.Last(input.Actions[i]), history.Last(input.Actions[i]));
            if (last is not null && input.Now < last.At + wait)
            {
                return CheckAnswer.Deny(
                    GuardrailReason.CooldownActive,
                    $"Run {last.Run} did {last.Verb} {last.Target} at {last.At.ToUniversalTime():u}, and its cooldown is {wait}.",
                    $"It may be tried again after {(last.At + wait).ToUniversalTime():u}.");
            }
        }

        return null;
    }

    private static PastAction? Later(PastAction? one, PastAction? other) =>
        one is null || other?.At > one.At ? other : one;
}
