using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;

namespace Legator.Core.Skills;

/// <summary>Reads the protection classes of a skill's front matter: what its runs must leave alone.</summary>
internal static class SkillProtection
{
    private const string Field = "protectionClasses";

    public static IReadOnlyList<ProtectionClassSpec>? Read(SkillFields fields, SkillFileNotes notes)
    {
        if (!fields.Has(Field))
        {
            return null;
        }

        var classes = fields.Maps(Field).Select(ReadClass).ToList();
        foreach (var problem in SiteProtection.Problems(Field, classes))
        {
            var (field, message) = (problem[..problem.IndexOf(": ", StringComparison.Ordinal)], problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            notes.Problem(field, message);
        }

        return classes;
    }

    private static ProtectionClassSpec ReadClass(SkillFields fields)
    {
        fields.RefuseUnknown("name", "description", "rules");
        return new ProtectionClassSpec
        {
            Name = fields.Text("name") ?? "",
            Description = fields.Text("description"),
            Rules = [.. fields.Maps("rules").Select(ReadRule)],
        };
    }

    private static ProtectionRuleSpec ReadRule(SkillFields fields)
    {
        fields.RefuseUnknown("domain", "pattern", "action", "description");
        return new ProtectionRuleSpec
        {
            Domain = fields.Text("domain"),
            Pattern = fields.Text("pattern") ?? "",
            Action = fields.Choice<ProtectionEffect>("action") ?? ProtectionEffect.Block,
            Description = fields.Text("description"),
        };
    }
}
