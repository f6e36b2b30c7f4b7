using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Tests.Scenarios;

namespace Legator.Runner.Tests.Replay;

/// <summary>A journal whose runner dies now and then, before an entry is written or after.</summary>
internal sealed class DyingJournal(IRunJournal journal, Random random) : IRunJournal
{
    private const int LivesThrough = 30;
    private bool _dead;
    private int _left = int.MaxValue;
    private CancellationTokenSource? _stopping;

    /// <summary>The runner is asked to stop after so many entries; null for not at all.</summary>
    public void StopsAfter(int? entries, CancellationTokenSource stopping) => (_left, _stopping) = (entries ?? int.MaxValue, stopping);

    public async Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken)
    {
        // Who is dead writes nothing more, also where something of the session caught the death of one of its parts.
        var fate = _dead ? 0 : random.Next(LivesThrough);
        if (fate == 0)
        {
            _dead = true;
            throw new RunnerDiedException();
        }

        if (_left-- == 0)
        {
            await _stopping!.CancelAsync();
        }

        var stored = await journal.AppendAsync(run, head, data, cancellationToken);
        _dead = fate == 1 && data is not RunFinished;
        return _dead ? throw new RunnerDiedException() : stored;
    }

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) => journal.ReadAsync(run, afterSequence, limit, cancellationToken);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) => journal.HeadAsync(run, cancellationToken);

    public IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, CancellationToken cancellationToken) => journal.TailAsync(afterPosition, cancellationToken);

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => journal.PositionBeforeAsync(time, cancellationToken);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => journal.PositionAsync(cancellationToken);
}
