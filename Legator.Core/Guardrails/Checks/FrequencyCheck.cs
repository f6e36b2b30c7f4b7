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
        var cooldowns = input.Declarations.Any(d => d.Any(e => e.Cooldown is not null));
        if (input.Tier == RiskTier.Read && !cooldowns)
        {
            return CheckAnswer.Pass("Reads without a cooldown are not counted.");
        }

        if (input.History is null)
        {
            return CheckAnswer.Deny(GuardrailReason.CooldownActive, "The record of earlier actions could not be read, so nobody can say that enough time has passed.", "It may be tried again when the journal can be read.");
        }

        return Cooldown(input) ?? Width(input) ?? Rate(input) ?? CheckAnswer.Pass("Neither cooldown nor rate nor blast radius is exceeded.");
    }

    private static CheckAnswer? Cooldown(GuardrailInput input)
    {
        for (var i = 0; i < input.Actions.Count; i++)
        {
            var cooldown = input.Declarations[i].Max(d => d.Cooldown);
            var last = Past(input).Where(p => IsSame(p, input.Actions[i])).MaxBy(p => p.At);
            if (cooldown is { } wait && last is not null && input.Now < last.At + wait)
            {
                return CheckAnswer.Deny(
                    GuardrailReason.CooldownActive,
                    $"Run {last.Run} did {last.Verb} {last.Target} at {last.At.ToUniversalTime():u}, and its cooldown is {wait}.",
                    $"It may be tried again after {(last.At + wait).ToUniversalTime():u}.");
            }
        }

        return null;
    }

    private static CheckAnswer? Width(GuardrailInput input)
    {
        var changed = Mutations(input).ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        var targets = changed.Select(a => a.Target.Text).Distinct(StringComparer.Ordinal).Count();
        if (targets > input.Limits.MaxTargetsPerCall || changed.Any(a => a.Target.Collection))
        {
            return CheckAnswer.Deny(GuardrailReason.BlastRadius, $"The call would change {(targets > 1 ? targets : "many")} objects; {input.Limits.MaxTargetsPerCall} named ones are the most.", "Change fewer objects, each by its name.");
        }

        var done = input.Executed.Count(p => p.Tier > RiskTier.Read);
        return done + changed.Count > input.Limits.MaxMutationsPerRun
            ? CheckAnswer.Deny(GuardrailReason.BlastRadius, $"This run has made {done} changes; {input.Limits.MaxMutationsPerRun} are the most for one run.", "The next run may go on.")
            : null;
    }

    private static CheckAnswer? Rate(GuardrailInput input)
    {
        foreach (var action in Mutations(input))
        {
            var count = Past(input).Count(p => p.Tier > RiskTier.Read && p.Domain == action.Domain && p.Verb == action.Verb && p.At > input.Now.AddHours(-1));
            if (count >= input.Limits.MaxMutationsPerHour)
            {
                return CheckAnswer.Deny(GuardrailReason.RateLimited, $"The agents of this namespace did {count} times '{action.Verb}' within an hour; {input.Limits.MaxMutationsPerHour} are the most.", "It may be tried again within the hour.");
            }
        }

        return null;
    }

    private static IEnumerable<ProposedAction> Mutations(GuardrailInput input) =>
        input.Actions.Where((_, i) => input.TierOf(i) > RiskTier.Read);

    private static IEnumerable<PastAction> Past(GuardrailInput input) => input.Executed.Concat(input.History ?? []);

    private static bool IsSame(PastAction past, ProposedAction action) =>
        past.Domain == action.Domain && past.Verb == action.Verb && past.Target.Equals(action.Target.Text, StringComparison.OrdinalIgnoreCase);
}
