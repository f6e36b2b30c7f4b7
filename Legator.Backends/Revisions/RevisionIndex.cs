namespace Legator.Backends.Revisions;

/// <summary>All current objects, the latest changes and who wants to hear of them. One gate keeps the three consistent.</summary>
internal sealed class RevisionIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RevisionCollection> _collections = new(StringComparer.Ordinal);
    private readonly List<RevisionSubscription> _subscribers = [];
    private readonly RevisionStoreOptions _options;
    private readonly RecentRevisions _recent;
    private long _revision;
    private bool _ended;

    public RevisionIndex(RevisionStoreOptions options, long revision, IEnumerable<(string Collection, StoredRecord Record)> records)
    {
        _options = options;
        _revision = revision;
        _recent = new RecentRevisions(options.RecentEvents, options.RecentBytes, revision);
        foreach ((string collection, StoredRecord record) in records)
        {
            Of(collection).Put(record);
        }
    }

    public long Revision => Volatile.Read(ref _revision);

    public StoredRecord? Find(string collection, string name)
    {
        lock (_gate)
        {
            return _collections.GetValueOrDefault(collection)?.Find(name);
        }
    }

    public int Count(string collection)
    {
        lock (_gate)
        {
            return _collections.GetValueOrDefault(collection)?.Count ?? 0;
        }
    }

    public RevisionPage Read(string collection, string prefix, string? after, int limit)
    {
        lock (_gate)
        {
            ReadOnlySpan<StoredRecord> slice = _collections.TryGetValue(collection, out RevisionCollection? found) ? found.Slice(prefix, after) : [];
            int take = limit > 0 && limit < slice.Length ? limit : slice.Length;
            return new RevisionPage(_revision, slice[..take].ToArray(), slice.Length - take);
        }
    }

    /// <summary>The collection as it was at an earlier revision, undone from the recent changes; null when they do not reach back.</summary>
    public RevisionPage? ReadAt(string collection, string prefix, string? after, int limit, long revision)
    {
        SortedDictionary<string, StoredRecord> past = new(StringComparer.Ordinal);
        lock (_gate)
        {
            List<RevisionEvent>? since = _recent.After(revision, collection);
            if (since is null || revision > _revision)
            {
                return null;
            }

            if (_collections.TryGetValue(collection, out RevisionCollection? found))
            {
                foreach (StoredRecord record in found.Slice(prefix, after))
                {
                    past[record.Name] = record;
                }
            }

            Undo(past, since, prefix, after);
        }

        int take = limit > 0 && limit < past.Count ? limit : past.Count;
        return new RevisionPage(revision, [.. past.Values.Take(take)], past.Count - take);
    }

    public void Apply(IReadOnlyList<RevisionEvent> changes)
    {
        lock (_gate)
        {
            foreach (RevisionEvent change in changes)
            {
                if (change.Kind == RevisionKind.Deleted)
                {
                    Of(change.Collection).Remove(change.Record.Name);
                }
                else
                {
                    Of(change.Collection).Put(change.Record);
                }

                _recent.Add(change);
                Publish(change);
            }

            // Only after the changes are queued: a reader that sees this revision and an empty queue has seen them all.
            Volatile.Write(ref _revision, changes[^1].Revision);
        }
    }

    /// <summary>Starts a subscription; its missed changes are null when only the log still has them (up to <paramref name="from"/>).</summary>
    public RevisionSubscription Subscribe(string? collection, string prefix, long after, out bool complete, out long from)
    {
        RevisionSubscription subscription = new(collection, prefix, _options.SubscriberBacklog, Unsubscribe);
        lock (_gate)
        {
            List<RevisionEvent>? missed = _recent.After(after, collection);
            missed?.RemoveAll(change => !subscription.Wants(change));
            subscription.Missed = missed ?? [];
            complete = missed is not null;
            from = _revision;
            _subscribers.Add(subscription);
            if (_ended)
            {
                Close(subscription);
            }
        }

        return subscription;
    }

    public void EndSubscriptions()
    {
        lock (_gate)
        {
            _ended = true;
            _subscribers.ForEach(Close);
        }
    }

    private static void Undo(SortedDictionary<string, StoredRecord> past, List<RevisionEvent> since, string prefix, string? after)
    {
        for (int i = since.Count - 1; i >= 0; i--)
        {
            string name = since[i].Record.Name;
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || (after is not null && string.CompareOrdinal(name, after) <= 0))
            {
                continue;
            }

            if (since[i].Previous is { } previous)
            {
                past[name] = previous;
            }
            else
            {
                past.Remove(name);
            }
        }
    }

    private static void Close(RevisionSubscription subscription)
    {
        subscription.IsClosing = true;
        subscription.End();
    }

    private void Publish(RevisionEvent change)
    {
        foreach (RevisionSubscription subscriber in _subscribers)
        {
            if (subscriber.Wants(change))
            {
                subscriber.Offer(change);
            }
        }
    }

    private void Unsubscribe(RevisionSubscription subscription)
    {
        lock (_gate)
        {
            _subscribers.Remove(subscription);
        }

        subscription.End();
    }

    private RevisionCollection Of(string collection)
    {
        if (!_collections.TryGetValue(collection, out RevisionCollection? found))
        {
            _collections[collection] = found = new RevisionCollection();
        }

        return found;
    }
}
