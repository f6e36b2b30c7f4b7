using System.Runtime.CompilerServices;
using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Runner.Tests.Gate;

/// <summary>A journal in a list, chained like a real one.</summary>
internal sealed class ListJournal : IRunJournal
{
    private readonly List<RunEvent> _events = [];

    public bool Broken { get; set; }

    /// <summary>Events that tails gave out.</summary>
    public int Read { get; private set; }

    public void Add(RunKey run, DateTimeOffset at, RunEventData data)
    {
        var last = _events.LastOrDefault(e => e.Run == run);
        _events.Add(RunEventChain.Link(run, last is null ? JournalHead.Empty : JournalHead.After(last), at, data));
    }

    public Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken)
    {
        Add(run, DateTimeOffset.UnixEpoch, data);
        return Task.FromResult(_events[^1]);
    }

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunEvent>>([.. _events.Where(e => e.Run == run && e.Sequence > afterSequence).Take(limit)]);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) =>
        Task.FromResult(_events.LastOrDefault(e => e.Run == run) is { } last ? JournalHead.After(last) : JournalHead.Empty);

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = (int)afterPosition; i < _events.Count; i++)
        {
            Read++;
            yield return new JournalEntry(i + 1, _events[i]);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        Task.FromResult((long)_events.TakeWhile(e => e.Time < time).Count());

    public Task<long> PositionAsync(CancellationToken cancellationToken) =>
        Broken ? throw new JournalUnavailableException("gone") : Task.FromResult((long)_events.Count);
}
