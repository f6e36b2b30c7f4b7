using Legator.Core.Audit;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Skills;

/// <summary>Reads and validates a skill's files; reports every problem at once.</summary>
public static class SkillReader
{
    /// <summary>Reads the files of the skill that an agent refers to.</summary>
    public static SkillReading Read(SkillRef reference, SkillFiles files)
    {
        var notes = new SkillNotes();
        var markdown = SkillMarkdown.Read(files.Markdown, notes.In(SkillFiles.MarkdownName, ""));
        var actions = files.Actions is null ? null : ActionSheetReader.Read(files.Actions, notes.In(SkillFiles.ActionsName, files.Actions));
        var rehearsal = files.Rehearsal is null ? null : RehearsalReader.Read(files.Rehearsal, notes.In(SkillFiles.RehearsalName, files.Rehearsal));
        if (actions is null && files.Actions is null)
        {
            notes.In(SkillFiles.ActionsName, "").Warn("", "missing: the skill declares nothing, so every call of a tool is denied");
        }

        if (notes.Problems.Count > 0)
        {
            return new SkillReading(null, notes.Problems, notes.Warnings);
        }

        var skill = new Skill
        {
            Name = markdown.Name ?? reference.Name,
            Description = markdown.Description,
            Version = markdown.Version,
            Source = reference.Source,
            Instructions = markdown.Instructions,
            Actions = actions,
            ProtectionClasses = markdown.ProtectionClasses,
            Rehearsal = rehearsal,
            Digest = "",
        };
        return new SkillReading(skill with { Digest = CanonicalJson.Sha256(skill with { Source = "" }) }, [], notes.Warnings);
    }
}
