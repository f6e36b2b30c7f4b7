using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>What a skill may do. What no sheet of a run declares is denied, reads too.</summary>
/// <param name="Actions">The entries; ids are unique.</param>
public sealed record ActionSheet(IReadOnlyList<SkillAction> Actions)
{
    /// <summary>The entries as the gate takes them.</summary>
    public IEnumerable<DeclaredAction> Declare(string skill) => Actions.Select(action => action.Declare(skill));
}
