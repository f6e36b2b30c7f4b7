using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Checks;

/// <summary>How much one call and one run may change.</summary>
internal static class BlastRadius
{
    /// <summary>Refuses a mutation that is too wide; null when it is not.</summary>
    public static CheckAnswer? Refuses(GuardrailInput input)
    {
        var (changes, collections) = (0, false);
        var targets = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < input.Actions.Count; i++)
        {
            if (input.TierOf(i) > RiskTier.Read)
            {
                changes++;
                collections |= input.Actions[i].Target.Collection;
                targets.Add(input.Actions[i].Target.Text);
            }
        }

        if (targets.Count > input.Limits.MaxTargetsPerCall || collections)
        {
            return CheckAnswer.Deny(GuardrailReason.BlastRadius, $"The call would change {(targets.Count > 1 ? targets.Count : "many")} objects; {input.Limits.MaxTargetsPerCall} named ones are the most.", "Change fewer objects, each by its name.");
        }

        var done = input.Executed.Mutations;
        return done + changes > input.Limits.MaxMutationsPerRun
            ? CheckAnswer.Deny(GuardrailReason.BlastRadius, $"This run has made {done} changes; {input.Limits.MaxMutationsPerRun} are the most for one run.", "The next run may go on.")
            : null;
    }
}
