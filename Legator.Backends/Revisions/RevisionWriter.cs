namespace Legator.Backends.Revisions;

/// <summary>
/// The one thread that writes. All writes that wait when it comes round share a transaction and so one sync to disk;
/// each caller is answered after that sync and after the index shows the change.
/// </summary>
internal sealed class RevisionWriter
{
    private const int MaxBatch = 1024;
    private readonly RevisionLog _log;
    private readonly RevisionIndex _index;
    private readonly WriteBatch _batch;
    private readonly object _gate = new();
    private readonly Queue<PendingWrite> _queue = new();
    private readonly Queue<Action> _chores = new();
    private readonly Thread _thread;
    private bool _closing;

    public RevisionWriter(RevisionLog log, RevisionIndex index)
    {
        _log = log;
        _index = index;
        _batch = new WriteBatch(index);
        _thread = new Thread(Run) { IsBackground = true, Name = "revision-writer" };
        _thread.Start();
    }

    public Task<RevisionWriteResult> WriteAsync(RevisionWrite write)
    {
        PendingWrite pending = new(write);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, typeof(RevisionStore));
            _queue.Enqueue(pending);
            Monitor.Pulse(_gate);
        }

        return pending.Task;
    }

    /// <summary>Runs a piece of upkeep between two batches.</summary>
    public void Post(Action chore)
    {
        lock (_gate)
        {
            if (!_closing)
            {
                _chores.Enqueue(chore);
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Commits what is queued, then stops.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private void Run()
    {
        List<PendingWrite> writes = new(64);
        while (Take(writes, out Action? chore))
        {
            if (writes.Count > 0)
            {
                Commit(writes);
            }

            RunChore(chore);
        }
    }

    private bool Take(List<PendingWrite> writes, out Action? chore)
    {
        writes.Clear();
        lock (_gate)
        {
            while (_queue.Count == 0 && _chores.Count == 0)
            {
                if (_closing)
                {
                    chore = null;
                    return false;
                }

                Monitor.Wait(_gate);
            }

            while (writes.Count < MaxBatch && _queue.TryDequeue(out PendingWrite? next))
            {
                writes.Add(next);
            }

            _chores.TryDequeue(out chore);
            return true;
        }
    }

    private void Commit(List<PendingWrite> writes)
    {
        try
        {
            _batch.Decide(writes);
            if (_batch.Rows.Count > 0)
            {
                _log.Append(_batch.Rows);
                _index.Apply(_batch.Events);
            }
        }
        catch (Exception error)
        {
            // Nothing of the batch reached the log or the index; each caller learns why, and the next batch starts clean.
            writes.ForEach(w => w.Fail(error));
            return;
        }

        writes.ForEach(w => w.Complete());
    }

    private static void RunChore(Action? chore)
    {
        try
        {
            chore?.Invoke();
        }
        catch (Exception error) when (error is System.Data.Common.DbException)
        {
            // Upkeep is tried again at its next turn; writes matter more.
        }
    }
}
