using System.Runtime.CompilerServices;
using Legator.Core.Runs;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>The journal as one runner reaches it: an append may not arrive, and its answer may come late or never.</summary>
internal sealed class RunnerJournal(SharedJournal journal, Turnstile turnstile) : IRunJournal
{
    public async Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken) =>
        (await AppendAllAsync(run, head, [data], cancellationToken))[0];

    public async Task<IReadOnlyList<RunEvent>> AppendAllAsync(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data, CancellationToken cancellationToken)
    {
        var what = $"{string.Join(" and ", data.Select(d => d.GetType().Name))} of {run.Name}";
        await PassAsync($"append {what}");
        IReadOnlyList<RunEvent>? stored = null;
        JournalConflictException? conflict = null;
        try
        {
            stored = journal.Append(run, head, data);
        }
        catch (JournalConflictException e)
        {
            conflict = e;
        }

        await PassAsync($"hear of {what}");
        return conflict is null ? stored! : throw conflict;
    }

    public async Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        await PassAsync($"read {run.Name}");
        return [.. journal.Of(run).Skip((int)afterSequence).Take(limit)];
    }

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) => Task.FromResult(journal.Head(run));

    public async IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var position = (int)afterPosition; position < journal.All.Count; position++)
        {
            yield return new JournalEntry(position + 1, journal.All[position]);
        }

        await Task.CompletedTask;
    }

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => Task.FromResult((long)journal.All.Count);

    private async Task PassAsync(string place)
    {
        if (!await turnstile.PassAsync(place))
        {
            throw new JournalUnavailableException("The test says so.");
        }
    }
}
