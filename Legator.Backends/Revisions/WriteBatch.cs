namespace Legator.Backends.Revisions;

/// <summary>
/// Decides a run of writes against the index as if the earlier ones of the same run had already happened,
/// so that they can share one commit.
/// </summary>
internal sealed class WriteBatch(RevisionIndex index)
{
    private readonly Dictionary<(string Collection, string Name), StoredRecord?> _overlay = [];
    private readonly List<RevisionRow> _rows = [];
    private readonly List<RevisionEvent> _events = [];
    private long _revision;

    public List<RevisionRow> Rows => _rows;

    public IReadOnlyList<RevisionEvent> Events => _events;

    public void Decide(List<PendingWrite> writes)
    {
        _overlay.Clear();
        _rows.Clear();
        _events.Clear();
        _revision = index.Revision;
        foreach (PendingWrite pending in writes)
        {
            pending.Result = Decide(pending.Write);
        }
    }

    private RevisionWriteResult Decide(RevisionWrite write)
    {
        (string, string) key = (write.Collection, write.Name);
        if (!_overlay.TryGetValue(key, out StoredRecord? current))
        {
            current = index.Find(write.Collection, write.Name);
        }

        if ((current?.Revision ?? 0) != write.ExpectedRevision)
        {
            return new RevisionWriteResult(false, current);
        }

        long revision = ++_revision;
        long created = current?.CreateRevision ?? revision;
        bool deleted = write.Kind == RevisionKind.Deleted;
        StoredRecord record = deleted
            ? current!.Restamp(revision)
            : StoredRecord.Stamp(write.Name, write.Value.Span, write.StampOffset, revision, created);
        if (!deleted)
        {
            record.Facts = write.Facts;
        }

        _overlay[key] = deleted ? null : record;
        _rows.Add(new RevisionRow(revision, write.Collection, write.Name, created, current?.Revision ?? 0, deleted, write.Value, write.StampOffset));
        _events.Add(new RevisionEvent(write.Kind, write.Collection, record, current));
        return new RevisionWriteResult(true, record);
    }
}
