using System.Text.Json;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills.Remote;

namespace Legator.Core.Skills.Packages;

/// <summary>A skill ready for a registry: its archive, what describes it, and the manifest of both.</summary>
/// <param name="Config">What describes it.</param>
/// <param name="ConfigBlob">The same as bytes.</param>
/// <param name="Content">The archive.</param>
/// <param name="Manifest">The manifest as bytes.</param>
public sealed record SkillPackage(SkillPackageConfig Config, byte[] ConfigBlob, byte[] Content, byte[] Manifest)
{
    private const string Title = "org.opencontainers.image.title";
    private const string Version = "org.opencontainers.image.version";
    private const string Description = "org.opencontainers.image.description";

    /// <summary>Digest by which it is pinned.</summary>
    public string Digest => RegistryDescriptor.DigestOf(Manifest);

    /// <summary>Packs the files of a skill; what could not be used is not packed.</summary>
    /// <param name="folder">Name of the folder, for a skill that has no name of its own.</param>
    /// <param name="files">Content by path, with slashes.</param>
    /// <exception cref="SkillSourceException">The skill has problems; the message lists them all.</exception>
    public static SkillPackage Of(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        var reading = SkillReader.Read(new SkillRef { Name = folder, Source = folder }, SkillFiles.FromFolder(folder, files));
        if (reading.Skill is not { } skill)
        {
            throw SkillSourceException.Refusing(string.Join("; ", reading.Problems));
        }

        var config = new SkillPackageConfig { Name = skill.Name, Version = skill.Version ?? "latest", Description = skill.Description, Files = [.. files.Keys.Order(StringComparer.Ordinal)] };
        var blob = JsonSerializer.SerializeToUtf8Bytes(config, LegatorJson.Options);
        var content = SkillArchive.Pack(files);
        var manifest = new RegistryManifest
        {
            MediaType = SkillMediaTypes.Manifest,
            ArtifactType = SkillMediaTypes.Artifact,
            Config = RegistryDescriptor.Of(SkillMediaTypes.Config, blob),
            Layers = [RegistryDescriptor.Of(SkillMediaTypes.Content, content)],
            Annotations = Annotate(config),
        };
        return new SkillPackage(config, blob, content, JsonSerializer.SerializeToUtf8Bytes(manifest, LegatorJson.Options));
    }

    /// <summary>The files in a skill's layer: an archive, or SKILL.md alone.</summary>
    /// <exception cref="SkillSourceException">It is neither.</exception>
    public static IReadOnlyDictionary<string, byte[]> Files(byte[] layer) =>
        layer.AsSpan().StartsWith("---"u8) || layer.AsSpan().StartsWith("name:"u8)
            ? new Dictionary<string, byte[]> { [SkillFiles.MarkdownName] = layer }
            : SkillArchive.Unpack(layer);

    private static SortedDictionary<string, string> Annotate(SkillPackageConfig config)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Title] = config.Name, [Version] = config.Version };
        if (config.Description is { } description)
        {
            annotations[Description] = description;
        }

        return annotations;
    }
}
