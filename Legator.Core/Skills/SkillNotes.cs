namespace Legator.Core.Skills;

/// <summary>Collects what is wrong with a skill while its files are read.</summary>
internal sealed class SkillNotes
{
    public List<SkillProblem> Problems { get; } = [];

    public List<SkillProblem> Warnings { get; } = [];

    public SkillFileNotes In(string file, string text) => new(this, file, text);
}
