namespace Legator.Core.Skills;

/// <summary>The outcome of reading a skill.</summary>
/// <param name="Skill">The skill; null when there are problems.</param>
/// <param name="Problems">Everything that keeps it from being used, all at once.</param>
/// <param name="Warnings">What looks unintended but does no harm.</param>
public sealed record SkillReading(Skill? Skill, IReadOnlyList<SkillProblem> Problems, IReadOnlyList<SkillProblem> Warnings);
