using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Gate;

/// <summary>What the agents of each namespace did, read from the journal: every runner sees every action, also those before it started. It begins as far back as the first question looks, further only when a later one does, and reads on from where it stopped.</summary>
internal sealed class ActionHistory(IRunJournal journal) : IDisposable
{
    private const int EventsBetweenClearings = 1000;

    // Longer cooldowns are cut to these. Reads are many, so they are forgotten sooner.
    public static readonly TimeSpan Memory = TimeSpan.FromDays(31);
    private static readonly TimeSpan MemoryOfReads = TimeSpan.FromDays(1);

    // Clocks of runners differ, and the verdict on an action stands a little before its intent.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Dictionary<RunKey, RunActions> _runs = [];
    private DateTimeOffset _from = DateTimeOffset.MaxValue;
    private long _position;
    private int _taken;

    public void Dispose() => _reading.Dispose();

    /// <summary>Actions of the other runs of a run's namespace with an intent since a time, unless they are known not to have been executed.</summary>
    public async Task<PastActions> OthersAsync(RunKey run, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await ReachBackAsync(since - Slack, cancellationToken);
            await CatchUpAsync(cancellationToken);
            return PastActions.Of(_runs.Where(r => r.Key != run && r.Key.Namespace == run.Namespace).SelectMany(r => r.Value.Since(since)));
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>A longer cooldown than any before is rare, so everything is read anew for it.</summary>
    private async Task ReachBackAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (since >= _from)
        {
            return;
        }

        _position = await journal.PositionBeforeAsync(since, cancellationToken);
        _from = since;
        _runs.Clear();
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var newest = await journal.PositionAsync(cancellationToken);
        if (newest <= _position)
        {
            return;
        }

        await foreach (var entry in journal.TailAsync(_position, cancellationToken))
        {
            _position = entry.Position;
            Take(entry.Event);
            if (_position >= newest)
            {
                break;
            }
        }
    }

    private void Take(RunEvent entry)
    {
        if (entry.Data is ActionJudged or ActionIntended or ActionInterrupted)
        {
            if (!_runs.TryGetValue(entry.Run, out var actions))
            {
                _runs[entry.Run] = actions = new RunActions(entry.Run);
            }

            actions.Take(entry);
        }
        else if (entry.Data is RunFinished && _runs.TryGetValue(entry.Run, out var finished) && !finished.Finish())
        {
            _runs.Remove(entry.Run);
        }

        if (++_taken % EventsBetweenClearings == 0)
        {
            Forget(entry.Time);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var run in _runs.Where(r => !r.Value.Keep(now - Memory, now - MemoryOfReads)).Select(r => r.Key).ToList())
        {
            _runs.Remove(run);
        }
    }
}
