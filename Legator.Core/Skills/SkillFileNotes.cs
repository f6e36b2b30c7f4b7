namespace Legator.Core.Skills;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class SkillFileNotes(SkillNotes notes, string file)
{
    public void Problem(string field, string message) => notes.Problems.Add(new SkillProblem(file, field, message));

    public void Warn(string field, string message) => notes.Warnings.Add(new SkillProblem(file, field, message));
}
