using Legator.Core.Guardrails;
using Legator.Core.Skills;

namespace Legator.Runner.Rehearsals;

/// <summary>Which entries of an action sheet a rehearsal exercised. To be refused counts too: an entry is shown to do what it is there for either way.</summary>
internal static class SheetCoverage
{
    public static IReadOnlyList<CoveredAction> Of(Skill skill, IReadOnlyList<PlayedScene> scenes)
    {
        var calls = scenes.SelectMany(scene => scene.Calls).ToList();
        return [.. (skill.Actions?.Actions ?? []).Select(entry => Of(entry, calls.Where(call => call.Entries.Contains(Name(skill.Name, entry.Id))).ToList()))];
    }

    /// <summary>An entry, told from those of other skills.</summary>
    public static string Name(string skill, string entry) => $"{skill}/{entry}";

    private static CoveredAction Of(SkillAction entry, List<PlayedCall> calls) => new(
        entry.Id,
        entry.Tool,
        entry.TargetPattern,
        calls.Count(call => call.Verdict == VerdictOutcome.Allow),
        calls.Count(call => call.Verdict == VerdictOutcome.NeedsApproval),
        calls.Count(call => call.Verdict == VerdictOutcome.Deny));
}
