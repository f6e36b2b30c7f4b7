using System.Text.Json;
using Legator.Core;
using Legator.Core.Runs;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>A journal whose runner dies at a chosen event, just before it is written or just after.</summary>
internal sealed class CrashingJournal(IRunJournal journal) : IRunJournal
{
    private string[]? _crash;

    public void CrashAt(string? point) => _crash = point?.Split(' ');

    public async Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken)
    {
        var here = IsPoint(data);
        if (here && _crash![0] == "before")
        {
            throw new RunnerDiedException();
        }

        var appended = await journal.AppendAsync(run, head, data, cancellationToken);
        return here ? throw new RunnerDiedException() : appended;
    }

    public Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken) => journal.ReadAsync(run, afterSequence, limit, cancellationToken);

    public Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken) => journal.HeadAsync(run, cancellationToken);

    public IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, CancellationToken cancellationToken) => journal.TailAsync(afterPosition, cancellationToken);

    public Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => journal.PositionBeforeAsync(time, cancellationToken);

    public Task<long> PositionAsync(CancellationToken cancellationToken) => journal.PositionAsync(cancellationToken);

    private bool IsPoint(RunEventData data)
    {
        var json = JsonSerializer.SerializeToElement(data, LegatorJson.Options);
        return _crash is [_, var type, .. var rest]
            && json.GetProperty("type").GetString() == type
            && (rest is not [var seq] || (json.TryGetProperty("seq", out var s) && s.GetInt32().ToString() == seq));
    }
}
