namespace Legator.Core.Skills;

/// <summary>Answers of tools in a file of their own, beside a skill: what the world of a rehearsal answers.</summary>
public static class RehearsalFixtures
{
    /// <summary>Folder of a skill that holds such files.</summary>
    public const string Folder = "fixtures";

    /// <summary>Reads a file: <c>answers</c>, a list as in rehearsal.yaml.</summary>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="text">The file.</param>
    /// <param name="problems">Everything that is wrong with it; empty when the answers can be used.</param>
    public static IReadOnlyList<RehearsalAnswer> Read(string file, string text, out IReadOnlyList<SkillProblem> problems)
    {
        var notes = new SkillNotes();
        problems = notes.Problems;
        if (SkillFields.OfYaml(text, notes.In(file, text)) is not { } fields)
        {
            return [];
        }

        fields.RefuseUnknown("answers", "description");
        if (!fields.Has("answers"))
        {
            fields.Notes.Problem("answers", "missing: list what tools answer");
        }

        return RehearsalAnswerReader.List(fields, "answers") ?? [];
    }
}
