namespace Legator.Core.Resources.Environments;

/// <summary>Data that no agent may put at risk.</summary>
public sealed record DataResourcesSpec
{
    /// <summary>How old the last backup may be before destructive work near the data is refused, as a Go duration.</summary>
    public string BackupMaxAge { get; init; } = "24h";

    /// <summary>Databases.</summary>
    public IReadOnlyList<DataResourceRef> Databases { get; init; } = [];

    /// <summary>Volumes and their claims.</summary>
    public IReadOnlyList<DataResourceRef> PersistentStorage { get; init; } = [];

    /// <summary>Buckets.</summary>
    public IReadOnlyList<ObjectStorageRef> ObjectStorage { get; init; } = [];
}
