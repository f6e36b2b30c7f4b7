namespace Legator.Backends.Revisions;

/// <summary>The current records of one collection in name order. Not thread safe: the store's gate guards it.</summary>
internal sealed class RevisionCollection
{
    private StoredRecord[] _records = [];

    public int Count { get; private set; }

    public StoredRecord? Find(string name)
    {
        int at = IndexOf(name);
        return at >= 0 ? _records[at] : null;
    }

    public void Put(StoredRecord record)
    {
        int at = IndexOf(record.Name);
        if (at >= 0)
        {
            _records[at] = record;
            return;
        }

        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Math.Max(4, Count * 2));
        }

        at = ~at;
        Array.Copy(_records, at, _records, at + 1, Count - at);
        _records[at] = record;
        Count++;
    }

    public void Remove(string name)
    {
        int at = IndexOf(name);
        if (at < 0)
        {
            return;
        }

        Count--;
        Array.Copy(_records, at + 1, _records, at, Count - at);
        _records[Count] = null!;
    }

    /// <summary>The range of records whose names start with the prefix and come after the given name.</summary>
    public ReadOnlySpan<StoredRecord> Slice(string prefix, string? after)
    {
        int start = after is null ? LowerBound(prefix) : Math.Max(LowerBound(prefix), After(after));
        int end = prefix.Length == 0 ? Count : EndOfPrefix(prefix);
        return start >= end ? [] : _records.AsSpan(start, end - start);
    }

    private int After(string name)
    {
        int at = IndexOf(name);
        return at >= 0 ? at + 1 : ~at;
    }

    private int LowerBound(string name)
    {
        int at = IndexOf(name);
        return at >= 0 ? at : ~at;
    }

    // No name holds U+FFFF, so it sorts behind every name with the prefix.
    private int EndOfPrefix(string prefix) => LowerBound(prefix + '\uffff');

    private int IndexOf(string name)
    {
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(_records[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
