namespace Legator.Backends.Revisions;

/// <summary>A bounded run of the latest changes, so that most watchers never reach for the log. Guarded by the store's gate.</summary>
internal sealed class RecentRevisions(int maxEvents, long maxBytes, long startRevision)
{
    private readonly Queue<RevisionEvent> _events = new();
    private long _bytes;

    /// <summary>Every change after this revision is here.</summary>
    public long CompleteAfter { get; private set; } = startRevision;

    public void Add(RevisionEvent change)
    {
        _events.Enqueue(change);
        _bytes += Weight(change);
        while (_events.Count > maxEvents || (_bytes > maxBytes && _events.Count > 1))
        {
            RevisionEvent dropped = _events.Dequeue();
            _bytes -= Weight(dropped);
            CompleteAfter = dropped.Revision;
        }
    }

    public List<RevisionEvent>? After(long revision, string? collection)
    {
        if (revision < CompleteAfter)
        {
            return null;
        }

        List<RevisionEvent> found = [];
        foreach (RevisionEvent change in _events)
        {
            if (change.Revision > revision && (collection is null || change.Collection == collection))
            {
                found.Add(change);
            }
        }

        return found;
    }

    // What the change alone keeps alive is the version before it; the new one is usually current.
    private static long Weight(RevisionEvent change) => 200 + (change.Previous?.Value.Length ?? 0);
}
