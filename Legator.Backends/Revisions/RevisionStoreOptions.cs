namespace Legator.Backends.Revisions;

/// <summary>Where a revision store keeps its log and how much history it keeps at hand.</summary>
public sealed record RevisionStoreOptions(string Path)
{
    /// <summary>Recent changes kept in memory for watchers that come back.</summary>
    public int RecentEvents { get; init; } = 4096;

    /// <summary>Upper bound of the bytes that those recent changes may hold.</summary>
    public long RecentBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>How long superseded revisions stay readable.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A watcher that falls this many changes behind is ended.</summary>
    public int SubscriberBacklog { get; init; } = 20_000;
}
