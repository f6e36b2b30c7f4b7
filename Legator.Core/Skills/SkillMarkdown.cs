using Legator.Core.Resources.Environments;

namespace Legator.Core.Skills;

/// <summary>SKILL.md: optional front matter between two lines of dashes, then the instructions.</summary>
internal sealed record SkillMarkdown(string? Name, string? Description, string? Version, string Instructions)
{
    /// <summary>What the skill wants protected; null without any.</summary>
    public IReadOnlyList<ProtectionClassSpec>? ProtectionClasses { get; private init; }

    private const string Fence = "---";

    private static readonly string[] Known = ["name", "description", "version", "license", "tags", "protectionClasses"];

    public static SkillMarkdown Read(string text, SkillFileNotes notes)
    {
        var (front, body) = Split(text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
        if (body.Length == 0)
        {
            notes.Problem("", "there are no instructions: write below the front matter what the agent has to do");
        }

        notes = notes.Of(front ?? "");
        var fields = front is null ? new SkillFields(notes, "", []) : SkillFields.OfYaml(front, notes) ?? new SkillFields(notes, "", []);
        foreach (var missing in new[] { "description", "version" }.Where(name => !fields.Has(name)))
        {
            notes.Warn(missing, "missing in the front matter");
        }

        var markdown = new SkillMarkdown(fields.Text("name"), fields.Text("description"), fields.Text("version"), body)
        {
            ProtectionClasses = SkillProtection.Read(fields, notes),
        };
        fields.WarnUnknown(Known);
        return markdown;
    }

    private static (string? Front, string Body) Split(string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return (null, text);
        }

        var end = text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            return (null, text);
        }

        var afterFence = text.IndexOf('\n', end + 1);
        return (text[Fence.Length..end], afterFence < 0 ? "" : text[afterFence..].Trim());
    }
}
