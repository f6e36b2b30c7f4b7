using System.Text.RegularExpressions;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills.Remote;

namespace Legator.Core.Skills;

/// <summary>A parsed skill source.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Name">Name of the bundled skill, or of the ConfigMap; for the others the name by which the agent refers to it.</param>
/// <param name="Key">Field of the ConfigMap that holds the Markdown.</param>
public sealed partial record SkillSource(SkillSourceKind Kind, string Name, string Key = SkillFiles.MarkdownName)
{
    private const string Bundled = "bundled";
    private const string ConfigMap = "configmap";
    private const string ConfigMapScheme = ConfigMap + "://";

    /// <summary>The folder of a repository; null for other kinds.</summary>
    public GitAddress? Git { get; private init; }

    /// <summary>The artifact of a registry; null for other kinds.</summary>
    public RegistryReference? Registry { get; private init; }

    /// <summary>True when it has to be fetched from outside of the cluster.</summary>
    public bool IsRemote => Git is not null || Registry is not null;

    /// <summary>Reads the source of a reference; on failure <paramref name="problem"/> says what to write instead.</summary>
    public static SkillSource? TryParse(SkillRef reference, out string? problem)
    {
        var source = reference.Source.Trim();
        problem = null;
        if (source.StartsWith(GitAddress.Scheme, StringComparison.Ordinal))
        {
            return GitAddress.TryParse(source, out problem) is { } git ? new SkillSource(SkillSourceKind.Git, reference.Name) { Git = git } : null;
        }

        if (IsRegistry(source))
        {
            return RegistryReference.TryParse(source, out problem) is { } registry ? new SkillSource(SkillSourceKind.Oci, reference.Name) { Registry = registry } : null;
        }

        return source switch
        {
            Bundled => new SkillSource(SkillSourceKind.Bundled, reference.Name),
            ConfigMap => new SkillSource(SkillSourceKind.ConfigMap, reference.Name),
            _ => OfConfigMap(source, out problem),
        };
    }

    private static SkillSource? OfConfigMap(string source, out string? problem)
    {
        var parts = (source.StartsWith(ConfigMapScheme, StringComparison.Ordinal) ? source[ConfigMapScheme.Length..] : source).Split('/');
        if (parts.Length <= 2 && ObjectName().IsMatch(parts[0]) && (parts.Length == 1 || KeyName().IsMatch(parts[1])))
        {
            problem = null;
            return new SkillSource(SkillSourceKind.ConfigMap, parts[0], parts.Length == 2 ? parts[1] : SkillFiles.MarkdownName);
        }

        problem = $"source '{source}' is not a skill source: write bundled, configmap://NAME, configmap://NAME/KEY, the name of a ConfigMap, git://HOST/ORG/REPO#PATH@REF or oci://REGISTRY/REPOSITORY:TAG";
        return null;
    }

    private static bool IsRegistry(string source) =>
        source.StartsWith(RegistryReference.Scheme, StringComparison.Ordinal)
        || (!source.Contains("://", StringComparison.Ordinal) && source.Contains('/', StringComparison.Ordinal) && source.IndexOfAny([':', '@']) >= 0);

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectName();

    [GeneratedRegex(@"^[-._a-zA-Z0-9]{1,253}$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyName();
}
