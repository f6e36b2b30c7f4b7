namespace Legator.Core.Guardrails.Checks;

/// <summary>Asks every rule of every protection class, the built-in ones first. The strictest answer counts, so no class loosens another.</summary>
public sealed class ProtectionClassCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "protection-classes";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        var hits = (from protection in BuiltInProtection.Classes.Concat(input.Environment.ProtectionClasses)
                    from rule in protection.Rules
                    from action in input.Actions
                    where rule.Concerns(action)
                    orderby rule.Effect
                    select (protection, rule, action)).ToList();
        if (hits.Count == 0)
        {
            return CheckAnswer.Pass("No protection class concerns it.");
        }

        var (worst, why, hit) = hits[0];
        return why.Effect switch
        {
            ProtectionEffect.Audit => CheckAnswer.Pass($"Noted by {string.Join(", ", hits.Select(h => h.protection.Name).Distinct())}: {why.Why}"),
            ProtectionEffect.Approve => CheckAnswer.Ask($"Protection class {worst.Name} wants a person to decide on {hit.Verb} {hit.Target}: {why.Why}"),
            _ => CheckAnswer.Deny(GuardrailReason.ProtectionClass, $"Protection class {worst.Name} refuses {hit.Verb} {hit.Target}: {why.Why}"),
        };
    }
}
