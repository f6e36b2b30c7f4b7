namespace Legator.Backends.Revisions;

/// <summary>Moves the write-ahead log into the file every second that saw writes, and compacts history as it ages.</summary>
internal sealed class RevisionUpkeep : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // Small steps between batches of writes, so that no write waits for a long clean-up.
    private const long CompactionStep = 500;

    private readonly RevisionLog _log;
    private readonly RevisionIndex _index;
    private readonly RevisionWriter _writer;
    private readonly RevisionStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, long Revision)> _marks = new();
    private long _checkpointed;
    private long _compacted;

    public RevisionUpkeep(RevisionLog log, RevisionIndex index, RevisionWriter writer, RevisionStoreOptions options, TimeProvider time)
    {
        _log = log;
        _index = index;
        _writer = writer;
        _options = options;
        _time = time;
        _compacted = log.CompactedTo();
        _checkpointed = index.Revision;
        _timer = time.CreateTimer(_ => Tick(), null, Beat, Beat);
    }

    public long CompactedTo => Volatile.Read(ref _compacted);

    public void CompactTo(long revision)
    {
        long from = CompactedTo;
        if (revision <= from)
        {
            return;
        }

        // Readers are refused before rows go, so that none sees half a history.
        Volatile.Write(ref _compacted, revision);
        for (long step = from; step < revision; step += CompactionStep)
        {
            long begin = step;
            long end = Math.Min(step + CompactionStep, revision);
            _writer.Post(() => _log.Compact(begin, end));
        }
    }

    public async ValueTask DisposeAsync() => await _timer.DisposeAsync().ConfigureAwait(false);

    private void Tick()
    {
        if (!_gate.TryEnter())
        {
            return;
        }

        try
        {
            long revision = _index.Revision;
            if (revision != _checkpointed)
            {
                _log.Checkpoint();
                _checkpointed = revision;
            }

            Age(revision);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or ObjectDisposedException)
        {
            // The next beat tries again; a store that is closing needs none.
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Age(long revision)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (_marks.Count == 0 || now - _marks.Last().At >= _options.History / 5)
        {
            _marks.Enqueue((now, revision));
        }

        while (_marks.TryPeek(out (DateTimeOffset At, long Revision) oldest) && now - oldest.At >= _options.History)
        {
            _marks.Dequeue();
            CompactTo(oldest.Revision);
        }
    }
}
