using System.Text.Json.Serialization;

namespace Legator.Core.Skills;

/// <summary>Where a skill comes from.</summary>
public enum SkillSourceKind
{
    /// <summary>From this product.</summary>
    [JsonStringEnumMemberName("bundled")]
    Bundled,

    /// <summary>From a ConfigMap in the agent's namespace.</summary>
    [JsonStringEnumMemberName("configmap")]
    ConfigMap,

    /// <summary>From a folder of a git repository.</summary>
    [JsonStringEnumMemberName("git")]
    Git,

    /// <summary>From an artifact in an OCI registry.</summary>
    [JsonStringEnumMemberName("oci")]
    Oci,
}
