using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Replay;

/// <summary>The recording, and how far the replay has come in it: whatever the session appends must be what was recorded next.</summary>
/// <param name="recording">The recording.</param>
/// <param name="escalationTimeout">How long an escalation waits, as the agent says.</param>
internal sealed class ReplayTape(RunRecording recording, string? escalationTimeout)
{
    // Clocks are set now and then.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly List<RunEvent> _played = [];
    private readonly HashSet<int> _given = [];
    private DateTimeOffset _lastStep = DateTimeOffset.MinValue;

    public RunKey Run => recording.Run;

    /// <summary>What the replay came to so far.</summary>
    public IReadOnlyList<RunEvent> Played => _played;

    public ReplayCalls Calls { get; } = new();

    public JournalHead Head => _played is [.., var last] ? JournalHead.After(last) : JournalHead.Empty;

    public bool AtEnd => _played.Count == recording.Events.Count;

    /// <summary>The first step that is not as recorded; nothing is played after it.</summary>
    public ReplayDifference? Difference { get; private set; }

    /// <summary>The time that the step reads which is to come.</summary>
    public DateTimeOffset Now => Ahead.FirstOrDefault(e => e.Data is not (NoticeRaised or ToolsDiscovered)) is { } next ? RecordedEntries.ReadAt(next, escalationTimeout) : recording.Events[^1].Time;

    /// <summary>The entry that the session has to come to next; null at the end.</summary>
    public RunEventData? Next => Ahead.FirstOrDefault()?.Data;

    /// <summary>The wish that the run ends, where it was recorded next; the runner that took it up may be one that comes after the present one.</summary>
    public RunCancelled? Cancelled => Ahead.Select(e => e.Data).SkipWhile(d => d is RunStarted or RunResumed or RunHandedBack).FirstOrDefault() as RunCancelled;

    /// <summary>What was recorded of the call that is judged next; null where none was.</summary>
    public ActionJudged? Judged => Ahead.FirstOrDefault(e => e.Data is not NoticeRaised)?.Data as ActionJudged;

    /// <summary>What follows on a judgement about the same call: its intent, or the question to people; null where nothing does.</summary>
    public RunEventData? After(ActionJudged? judged) => judged is null ? null : Ahead.Select(e => e.Data).SkipWhile(d => !ReferenceEquals(d, judged)).Skip(1).FirstOrDefault(d => d is not NoticeRaised);

    private IEnumerable<RunEvent> Ahead => recording.Events.Skip(_played.Count).Where(e => !RecordedEntries.IsFromOutside(e.Data));

    /// <summary>Compares what the session appends with what was recorded.</summary>
    /// <returns>The entries that the journal has now in addition; entries from outside that stand before this one come along.</returns>
    /// <exception cref="JournalConflictException">The runner left the run here, or the session comes to something else.</exception>
    public IReadOnlyList<RunEvent> Take(RunEventData data)
    {
        var taken = new List<RunEvent>();
        while (!AtEnd && Difference is null && RecordedEntries.IsFromOutside(recording.Events[_played.Count].Data))
        {
            taken.Add(Keep(recording.Events[_played.Count].Data));
        }

        if (AtEnd || Difference is not null)
        {
            throw Stopped();
        }

        var recorded = recording.Events[_played.Count];
        if (RecordedEntries.IsHandover(recorded.Data) && !RecordedEntries.IsHandover(data))
        {
            throw Stopped();
        }

        Difference = ClockProblem(recorded) ?? EntryComparison.Of(recorded, EntryComparison.AsThen(data, recorded.Data), Calls, _played);
        if (Difference is not null)
        {
            throw Stopped();
        }

        taken.Add(Keep(recorded.Data));
        return taken;
    }

    /// <summary>What stands between two sessions: people's decisions, and that the runner before stopped.</summary>
    public void TakeHandovers()
    {
        while (Difference is null && Next is ApprovalDecided or RunHandedBack)
        {
            Keep(recording.Events[_played.Count].Data);
        }
    }

    /// <summary>Ends the replay with a difference that no entry shows.</summary>
    public void Differ(string message, string? replayed = null)
    {
        var next = AtEnd ? null : recording.Events[_played.Count];
        Difference ??= new ReplayDifference(next?.Sequence ?? _played.Count + 1, next is null ? null : EntryComparison.TypeOf(next.Data), replayed, message, [])
        {
            Call = next is null ? null : Calls.Describe(next.Data),
        };
    }

    /// <summary>The present build asks the world something that was not asked then, or its runner left before the answer was recorded: either way nobody knows the answer.</summary>
    public Exception Missing(string question)
    {
        var next = Ahead.FirstOrDefault(e => e.Data is not NoticeRaised)?.Data;
        if (next is not null && !RecordedEntries.IsHandover(next))
        {
            Differ(next is ActionJudged { Facts: null }
                ? $"To judge the call this build asks for '{question}', and an older version recorded nothing of what it saw."
                : $"To judge the call this build asks for '{question}', which was not asked then, so nobody knows the answer.");
        }

        return Stopped();
    }

    /// <summary>What was recorded of a call that is being executed; null where its runner left before it had an outcome.</summary>
    public RunEventData? OutcomeOf(string tool, JsonElement arguments, bool again)
    {
        if (Calls.Open(ActionDigest.Of(tool, arguments), again ? [] : _given) is not { } seq)
        {
            return null;
        }

        _given.Add(seq);
        return Ahead.Select(e => e.Data).TakeWhile(d => !RecordedEntries.IsHandover(d)).FirstOrDefault(d => d is ActionCompleted or ActionInterrupted && RecordedEntries.SeqOf(d) == seq);
    }

    private RunEvent Keep(RunEventData data)
    {
        var entry = RunEventChain.Link(Run, Head, recording.Events[_played.Count].Time, data);
        _played.Add(entry);
        Calls.Take(data);
        if (data is RunStarted or RunResumed or PromptAssembled or ModelReplied or ActionCompleted or ActionInterrupted)
        {
            _lastStep = entry.Time;
        }

        if (data is RunResumed)
        {
            _given.Clear();
        }

        return entry;
    }

    /// <summary>A step reads the clock after the step before it ended, and before its own entry is written.</summary>
    private ReplayDifference? ClockProblem(RunEvent entry)
    {
        var read = RecordedEntries.ReadAt(entry, escalationTimeout);
        if (_lastStep - read <= Slack && read - entry.Time <= Slack)
        {
            return null;
        }

        var (type, earliest) = (EntryComparison.TypeOf(entry.Data), _lastStep == DateTimeOffset.MinValue ? entry.Time : _lastStep);
        return new ReplayDifference(entry.Sequence, type, type, "The clock does not fit: the step says that it read it before the step before it was over, or after its own entry was written.", [new ReplayedField("time of the step", $"{read:O}", $"{earliest:O} to {entry.Time:O}")])
        {
            Call = Calls.Describe(entry.Data),
        };
    }

    private JournalConflictException Stopped() => new(Run, _played.Count);
}
