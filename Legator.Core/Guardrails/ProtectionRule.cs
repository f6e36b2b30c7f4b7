using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>One rule of a protection class.</summary>
/// <param name="Domain">Domain of the actions that it concerns; empty for all.</param>
/// <param name="Pattern">Glob over <c>verb target</c>, any spelling of the target: <c>delete persistentvolumeclaim/*</c>.</param>
/// <param name="Effect">What happens to an action that matches.</param>
/// <param name="Why">Shown with the refusal.</param>
public sealed record ProtectionRule(string Domain, string Pattern, ProtectionEffect Effect, string Why)
{
    private readonly Glob _glob = new(Pattern);

    /// <summary>True when the rule concerns an action, or any of the objects that the action stands for.</summary>
    public bool Concerns(ProposedAction action) =>
        (Domain.Length == 0 || Domain.Equals(action.Domain, StringComparison.OrdinalIgnoreCase))
        && action.Target.Spellings.Select(s => $"{action.Verb} {s}")
            .Any(subject => action.Target.Collection ? _glob.Overlaps(subject) : _glob.Matches(subject));
}
