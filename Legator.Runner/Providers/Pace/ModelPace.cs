namespace Legator.Runner.Providers.Pace;

/// <summary>
/// The one line in which all sessions of this process stand before a model that limits how often it is asked. As long as it does not complain nobody waits. When it does, nobody asks until
/// the time that it gave is over, and after that half as many at a time as before, one more after each answer.
/// </summary>
internal sealed class ModelPace(TimeProvider time) : IDisposable
{
    /// <summary>So many at a time are no limit any more: no process works on more runs.</summary>
    private const int NoLimit = 256;

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _line = new();
    private ITimer? _alarm;
    private DateTimeOffset _until = DateTimeOffset.MinValue;
    private int _most = NoLimit;
    private int _asking;

    /// <summary>Requests that wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _line.Count;
            }
        }
    }

    /// <summary>Waits for a turn; to be followed by <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _line.AddLast(turn);
            Advance();
        }

        await using var impatience = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        await turn.Task;
    }

    /// <summary>The turn is over.</summary>
    /// <param name="refusedFor">How long the model wants nobody to ask; null where it did not complain.</param>
    public void Leave(TimeSpan? refusedFor)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (refusedFor is { } pause)
            {
                // Those that were refused together complain once.
                _most = now < _until ? _most : Math.Max(1, Math.Min(_asking, _most) / 2);
                _until = now + pause > _until ? now + pause : _until;
            }
            else
            {
                _most = Math.Min(NoLimit, _most + 1);
            }

            _asking--;
            Advance();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _alarm?.Dispose();
        }
    }

    private void GiveUp(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_line.Remove(turn))
            {
                turn.TrySetCanceled(cancellationToken);
            }
        }
    }

    private void Advance()
    {
        var pause = _until - time.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            _alarm ??= time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _alarm.Change(pause, Timeout.InfiniteTimeSpan);
            return;
        }

        while (_asking < _most && _line.First is { } first)
        {
            _line.RemoveFirst();
            _asking++;
            first.Value.SetResult();
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Advance();
        }
    }
}
