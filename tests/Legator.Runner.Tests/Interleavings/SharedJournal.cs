using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>The journal of all runs: holds the fence as a database does, and nothing else.</summary>
internal sealed class SharedJournal(TimeProvider time)
{
    private readonly Dictionary<RunKey, List<RunEvent>> _runs = [];

    public List<RunEvent> All { get; } = [];

    public IReadOnlyList<RunEvent> Of(RunKey run) => _runs.GetValueOrDefault(run) ?? [];

    public JournalHead Head(RunKey run) => Of(run) is [.., var last] ? JournalHead.After(last) : JournalHead.Empty;

    public IReadOnlyList<RunEvent> Append(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data)
    {
        if (Head(run) != head || Of(run) is [.., { Data: RunFinished }])
        {
            throw new JournalConflictException(run, head.Sequence);
        }

        var events = _runs.TryGetValue(run, out var known) ? known : _runs[run] = [];
        var before = events.Count;
        foreach (var next in data)
        {
            events.Add(RunEventChain.Link(run, Head(run), time.GetUtcNow(), next));
            All.Add(events[^1]);
        }

        return events[before..];
    }
}
