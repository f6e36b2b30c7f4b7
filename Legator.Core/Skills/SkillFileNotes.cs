using Legator.Core.YamlText;

namespace Legator.Core.Skills;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class SkillFileNotes(SkillNotes notes, string file, string text)
{
    // Most files are sound, and then nobody asks for lines.
    private readonly Lazy<YamlLines> _lines = new(() => YamlLines.Of(text));

    /// <summary>The same file, of which only a part is YAML: the part begins where the file does.</summary>
    public SkillFileNotes Of(string part) => new(notes, file, part);

    public void Problem(string field, string message, int? line = null) => notes.Problems.Add(Note(field, message, line));

    public void Warn(string field, string message) => notes.Warnings.Add(Note(field, message, null));

    private SkillProblem Note(string field, string message, int? line) => new(file, field, message) { Line = line ?? (field.Length == 0 ? null : _lines.Value.Find(field)) };
}
