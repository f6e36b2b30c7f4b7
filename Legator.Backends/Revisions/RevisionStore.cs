namespace Legator.Backends.Revisions;

/// <summary>
/// A store of named objects in which every change has a revision: current objects are read from memory,
/// changes are durable before they are answered, and anyone can follow the changes from a revision on.
/// </summary>
public sealed class RevisionStore : IAsyncDisposable
{
    private readonly RevisionLog _log;
    private readonly RevisionIndex _index;
    private readonly RevisionWriter _writer;
    private readonly RevisionUpkeep _upkeep;

    private RevisionStore(RevisionLog log, RevisionStoreOptions options, TimeProvider time)
    {
        _log = log;
        _index = Load(log, options);
        _writer = new RevisionWriter(log, _index);
        _upkeep = new RevisionUpkeep(log, _index, _writer, options, time);
    }

    /// <summary>The revision of the latest change.</summary>
    public long Revision => _index.Revision;

    /// <summary>History up to and including this revision may be gone.</summary>
    public long CompactedTo => _upkeep.CompactedTo;

    public static RevisionStore Open(RevisionStoreOptions options, TimeProvider time)
    {
        RevisionLog log = RevisionLog.Open(options.Path);
        try
        {
            return new RevisionStore(log, options, time);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public StoredRecord? Find(string collection, string name) => _index.Find(collection, name);

    public int Count(string collection) => _index.Count(collection);

    /// <summary>Current records whose names start with the prefix, after a name, at most so many (0: all).</summary>
    public RevisionPage Read(string collection, string prefix = "", string? after = null, int limit = 0) =>
        _index.Read(collection, prefix, after, limit);

    /// <summary>The same at an earlier revision; fails with <see cref="RevisionCompactedException"/> when it is no longer known.</summary>
    public RevisionPage ReadAt(long revision, string collection, string prefix, string? after, int limit) =>
        (revision > CompactedTo || revision == Revision ? _index.ReadAt(collection, prefix, after, limit, revision) : null)
        ?? throw new RevisionCompactedException(revision, CompactedTo);

    /// <summary>Follows the changes after a revision, of one collection or of all.</summary>
    public RevisionSubscription Subscribe(string? collection, string prefix, long after)
    {
        if (after < CompactedTo)
        {
            throw new RevisionCompactedException(after, CompactedTo);
        }

        RevisionSubscription subscription = _index.Subscribe(collection, prefix, after, out bool complete, out long upTo);
        if (!complete)
        {
            subscription.Missed = [.. _log.Between(after, upTo, collection).Select(Event).Where(subscription.Wants)];
        }

        return subscription;
    }

    /// <summary>Writes; the task ends when the change is on disk and visible, or refused.</summary>
    public Task<RevisionWriteResult> WriteAsync(RevisionWrite write) => _writer.WriteAsync(write);

    /// <summary>Gives up the history up to a revision.</summary>
    public void CompactTo(long revision) => _upkeep.CompactTo(Math.Min(revision, Revision));

    /// <summary>Ends every subscription, so that watchers leave before the store closes.</summary>
    public void EndSubscriptions() => _index.EndSubscriptions();

    public async ValueTask DisposeAsync()
    {
        await _upkeep.DisposeAsync().ConfigureAwait(false);
        _index.EndSubscriptions();
        _writer.Close();
        _log.Dispose();
    }

    private static RevisionIndex Load(RevisionLog log, RevisionStoreOptions options)
    {
        Dictionary<(string, string), RevisionRow> latest = [];
        long revision = log.CompactedTo();
        log.ReadAll(row =>
        {
            revision = row.Revision;
            if (row.Deleted)
            {
                latest.Remove((row.Collection, row.Name));
            }
            else
            {
                latest[(row.Collection, row.Name)] = row;
            }
        });

        return new RevisionIndex(options, revision, latest.Values.Select(row => (row.Collection, Record(row))));
    }

    private static StoredRecord Record(RevisionRow row) =>
        StoredRecord.Stamp(row.Name, row.Value.Span, row.StampOffset, row.Revision, row.CreateRevision);

    private static RevisionEvent Event((RevisionRow Row, RevisionRow? Previous) change)
    {
        (RevisionRow row, RevisionRow? before) = change;
        StoredRecord? previous = before is { } b ? Record(b) : null;
        StoredRecord record = row.Deleted
            ? previous?.Restamp(row.Revision) ?? new StoredRecord(row.Name, "{}"u8.ToArray(), 0, row.Revision, row.CreateRevision)
            : Record(row);
        RevisionKind kind = row.Deleted ? RevisionKind.Deleted : row.PreviousRevision == 0 ? RevisionKind.Created : RevisionKind.Updated;
        return new RevisionEvent(kind, row.Collection, record, previous);
    }
}
