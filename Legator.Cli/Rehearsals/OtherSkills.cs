using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Cli.Rehearsals;

/// <summary>The further skills of an agent whose rehearsal is played: their action sheets declare what they declare, as far as this machine has them.</summary>
internal static class OtherSkills
{
    public static (IReadOnlyList<Skill> Skills, IReadOnlyList<string> Notes) Of(LegatorAgent? agent, Skill played)
    {
        if (agent is null)
        {
            return ([], []);
        }

        var (skills, notes) = (new List<Skill>(), new List<string>());
        if (!agent.Spec.Skills.Any(reference => IsPlayed(reference, played)))
        {
            notes.Add($"agent {agent.Metadata.Name} does not name the skill {played.Name} in spec.skills; it is played as if it did");
        }

        foreach (var reference in agent.Spec.Skills.Where(reference => !IsPlayed(reference, played)))
        {
            var files = SkillSource.TryParse(reference, out _)?.Kind == SkillSourceKind.Bundled ? BundledSkills.Find(reference.Name, out _) : null;
            if (files is not null && SkillReader.Read(reference, files).Skill is { } skill)
            {
                skills.Add(skill);
            }
            else
            {
                notes.Add($"the agent's skill {reference.Name} comes from {reference.Source}, which is not on this machine: what it declares does not count here");
            }
        }

        return (skills, notes);
    }

    private static bool IsPlayed(SkillRef reference, Skill played) => reference.Name == played.Name || reference.Source == played.Source;
}
