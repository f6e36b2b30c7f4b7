using Legator.Core.Skills;

namespace Legator.Operator.Skills;

/// <summary>What became of loading a skill.</summary>
/// <param name="Skill">The skill; null when it cannot be used.</param>
/// <param name="Reason">Why not, as one CamelCase word.</param>
/// <param name="Problems">Why not, all of it.</param>
internal sealed record SkillLoad(Skill? Skill, string Reason, IReadOnlyList<string> Problems)
{
    public const string NotFound = "SkillNotFound";
    public const string Invalid = "SkillInvalid";
    public const string InvalidSource = "SkillSourceInvalid";

    public static SkillLoad Failed(string reason, string problem) => new(null, reason, [problem]);

    public static SkillLoad Of(SkillReading reading) => reading.Skill is { } skill
        ? new SkillLoad(skill, "SkillsLoaded", [])
        : new SkillLoad(null, Invalid, [.. reading.Problems.Select(problem => problem.ToString())]);
}
