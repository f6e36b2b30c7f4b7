using System.Runtime.CompilerServices;
using Legator.Core.Audit;
using Legator.Core.Runs;

namespace Legator.Runner.Rehearsals;

/// <summary>The journal of a rehearsal, chained like a real one and gone with it.</summary>
internal sealed class RehearsalJournal(TimeProvider time) : IRunJournal
{
    private readonly List<RunEvent> _events = [];

    public IReadOnlyList<RunEvent> Events => _events;

    public Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken)
    {
        var next = RunEventChain.Link(run, head, time.GetUtcNow(), data);
        _events.Add(next);
        return Task.FromResult(next);
    }

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunEvent>>([.. _events.Where(e => e.Run == run && e.Sequence > afterSequence).Take(limit)]);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) =>
        Task.FromResult(_events.LastOrDefault(e => e.Run == run) is { } last ? JournalHead.After(last) : JournalHead.Empty);

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var position = (int)afterPosition; position < _events.Count; position++)
        {
            yield return new JournalEntry(position + 1, _events[position]);
        }

        await Task.CompletedTask;
    }

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => Task.FromResult((long)_events.Count);
}
