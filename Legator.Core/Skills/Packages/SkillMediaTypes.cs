namespace Legator.Core.Skills.Packages;

/// <summary>Media types of a skill in a registry.</summary>
public static class SkillMediaTypes
{
    /// <summary>Kind of artifact that a skill is.</summary>
    public const string Artifact = "application/vnd.legator.skill.v1";

    /// <summary>What describes it.</summary>
    public const string Config = "application/vnd.legator.skill.config.v1+json";

    /// <summary>Its files, a gzipped tar archive.</summary>
    public const string Content = "application/vnd.legator.skill.content.v1.tar+gzip";

    /// <summary>The manifest that names both.</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
}
