using System.Runtime.CompilerServices;
using Legator.Core.Runs;

namespace Legator.Runner.Replay;

/// <summary>The journal of a replay: it takes what was recorded next, and nothing else.</summary>
internal sealed class ReplayJournal(ReplayTape tape) : IRunJournal
{
    public Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken) => Task.FromResult(tape.Take(data)[^1]);

    public Task<IReadOnlyList<RunEvent>> AppendAllAsync(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunEvent>>([.. data.SelectMany(tape.Take)]);

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunEvent>>([.. tape.Played.Skip((int)afterSequence).Take(limit)]);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) => Task.FromResult(tape.Head);

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in tape.Played.Skip((int)afterPosition).ToList())
        {
            yield return new JournalEntry(entry.Sequence, entry);
        }

        await Task.CompletedTask;
    }

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => Task.FromResult((long)tape.Played.Count);
}
