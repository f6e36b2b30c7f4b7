namespace Legator.Backends.Kubernetes;

/// <summary>What a watch tells.</summary>
public enum WatchEventKind
{
    Added,
    Modified,
    Deleted,

    /// <summary>Nothing changed; the resource version moved on.</summary>
    Bookmark,
}
