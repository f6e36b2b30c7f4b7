namespace Legator.Core.Guardrails.Checks;

/// <summary>Asks every rule of every protection class, the built-in ones first. The strictest answer counts, so no class loosens another.</summary>
public sealed class ProtectionClassCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "protection-classes";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        if (input.Environment.Protection.Find(input) is not { } hits)
        {
            return CheckAnswer.Pass("No protection class concerns it.");
        }

        var hit = hits.OrderBy(h => h.Rule.Effect).First();
        var (found, why) = (hit.Action, hit.Rule.Why);
        return hit.Rule.Effect switch
        {
            ProtectionEffect.Audit => CheckAnswer.Pass($"Noted by {string.Join(", ", hits.Select(h => h.Class).Distinct(StringComparer.Ordinal))}: {why}"),
            ProtectionEffect.Approve => CheckAnswer.Ask($"Protection class {hit.Class} wants a person to decide on {found.Verb} {found.Target}: {why}"),
            _ => CheckAnswer.Deny(GuardrailReason.ProtectionClass, $"Protection class {hit.Class} refuses {found.Verb} {found.Target}: {why}", Remedy(hit)),
        };
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input)
    {
        var hits = input.Environment.Protection.Find(input);
        var classes = $"{BuiltInProtection.Classes.Count} built-in classes and {input.Environment.ProtectionClasses.Count} of the site";
        return hits is null ? classes : $"{classes}; {string.Join("; ", hits.Select(h => $"{h.Class} has '{h.Rule.Pattern}'"))}";
    }

    private static string? Remedy(ProtectionHit hit) =>
        BuiltInProtection.Classes.Any(c => c.Name == hit.Class)
            ? null
            : $"Whoever wrote protection class {hit.Class} may change its rule '{hit.Rule.Pattern}'.";
}
