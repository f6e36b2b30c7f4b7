namespace Legator.Core.Skills.Packages;

/// <summary>What a tag of a registry points to: an OCI image manifest 1.1.</summary>
public sealed record RegistryManifest
{
    /// <summary>Always 2.</summary>
    public int SchemaVersion { get; init; } = 2;

    /// <summary>Media type of the manifest itself; some clients leave it out.</summary>
    public string? MediaType { get; init; }

    /// <summary>Kind of artifact; manifests before 1.1 have none.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>What describes the artifact.</summary>
    public RegistryDescriptor? Config { get; init; }

    /// <summary>Its content.</summary>
    public IReadOnlyList<RegistryDescriptor> Layers { get; init; } = [];

    /// <summary>Name, version and description, for whoever looks into the registry.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>The layer with the skill's files; null where there is none.</summary>
    public RegistryDescriptor? Content => Layers.FirstOrDefault(layer => layer.MediaType == SkillMediaTypes.Content);
}
