namespace Legator.Core.Resources.Environments;

/// <summary>A Kubernetes object that holds data.</summary>
public sealed record DataResourceRef
{
    /// <summary>Kind, with or without a group, e.g. cnpg.io/Cluster or PersistentVolumeClaim.</summary>
    public required string Kind { get; init; }

    /// <summary>Namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the object that backs it up.</summary>
    public string? BackupSchedule { get; init; }
}
