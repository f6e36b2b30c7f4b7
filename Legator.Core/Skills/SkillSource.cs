using System.Text.RegularExpressions;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Skills;

/// <summary>A parsed skill source.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Name">Name of the bundled skill, or of the ConfigMap.</param>
/// <param name="Key">Field of the ConfigMap that holds the Markdown.</param>
public sealed partial record SkillSource(SkillSourceKind Kind, string Name, string Key = SkillFiles.MarkdownName)
{
    private const string Bundled = "bundled";
    private const string ConfigMap = "configmap";
    private const string ConfigMapScheme = ConfigMap + "://";

    /// <summary>Reads the source of a reference; on failure <paramref name="problem"/> says what to write instead.</summary>
    public static SkillSource? TryParse(SkillRef reference, out string? problem)
    {
        var source = reference.Source.Trim();
        problem = null;
        switch (source)
        {
            case Bundled:
                return new SkillSource(SkillSourceKind.Bundled, reference.Name);
            case ConfigMap:
                return new SkillSource(SkillSourceKind.ConfigMap, reference.Name);
        }

        if (Remote(source) is { } scheme)
        {
            problem = $"source '{source}' is {scheme}, which is not supported yet by this version: put SKILL.md and actions.yaml into a ConfigMap and write configmap://NAME";
            return null;
        }

        var parts = (source.StartsWith(ConfigMapScheme, StringComparison.Ordinal) ? source[ConfigMapScheme.Length..] : source).Split('/');
        if (parts.Length <= 2 && ObjectName().IsMatch(parts[0]) && (parts.Length == 1 || KeyName().IsMatch(parts[1])))
        {
            return new SkillSource(SkillSourceKind.ConfigMap, parts[0], parts.Length == 2 ? parts[1] : SkillFiles.MarkdownName);
        }

        problem = $"source '{source}' is not a skill source: write bundled, configmap://NAME, configmap://NAME/KEY or the name of a ConfigMap";
        return null;
    }

    private static string? Remote(string source) =>
        source.StartsWith("git://", StringComparison.Ordinal) ? "a git repository"
        : source.StartsWith("oci://", StringComparison.Ordinal) ? "an OCI artifact"
        : !source.StartsWith(ConfigMapScheme, StringComparison.Ordinal) && source.Contains('/', StringComparison.Ordinal) && source.IndexOfAny([':', '@']) >= 0 ? "an OCI artifact"
        : null;

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectName();

    [GeneratedRegex(@"^[-._a-zA-Z0-9]{1,253}$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyName();
}
