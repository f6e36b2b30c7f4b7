namespace Legator.Core.Resources.Environments;

/// <summary>A bucket.</summary>
public sealed record ObjectStorageRef
{
    /// <summary>Kind of storage, e.g. S3Bucket.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the bucket.</summary>
    public required string Name { get; init; }

    /// <summary>Who serves it, e.g. minio.</summary>
    public string? Provider { get; init; }
}
