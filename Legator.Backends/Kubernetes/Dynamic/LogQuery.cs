namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>Which part of a container's log.</summary>
public sealed record LogQuery
{
    /// <summary>Needed where the pod has several.</summary>
    public string? Container { get; init; }

    /// <summary>The last lines. Default 200.</summary>
    public int TailLines { get; init; } = 200;

    /// <summary>Of the container before its last restart.</summary>
    public bool Previous { get; init; }

    /// <summary>Not older than this; null for no limit.</summary>
    public TimeSpan? Since { get; init; }

    /// <summary>Each line begins with its time.</summary>
    public bool Timestamps { get; init; }

    /// <summary>At most so many bytes, the last ones. Default 64 KiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024;
}
