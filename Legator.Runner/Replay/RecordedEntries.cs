using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;

namespace Legator.Runner.Replay;

/// <summary>Which entries of a journal are a session's own, and what each tells of the clock.</summary>
internal static class RecordedEntries
{
    /// <summary>The one notice that follows from a judgement.</summary>
    private const string OfJudging = "PreConditionNotMet";

    /// <summary>Written by what a tool did in the world, which a replay does not do again: the entry is taken over as it is.</summary>
    public static bool IsFromOutside(RunEventData data) =>
        data is CredentialIssued or VaultSessionOpened or VaultSessionClosed or NoticeRaised { Reason: not OfJudging };

    /// <summary>Before it the runner had left the run: died, handed it back, or waited for a person.</summary>
    public static bool IsHandover(RunEventData data) =>
        data is RunStarted or RunResumed or RunHandedBack or ApprovalDecided || IsDeletion(data);

    /// <summary>Somebody deleted the LegatorRun, and whoever took the run up closed it.</summary>
    public static bool IsDeletion(RunEventData data) => data is RunFinished { Reason: "RunDeleted" };

    /// <summary>When the step that ends with an entry read the clock.</summary>
    public static DateTimeOffset ReadAt(RunEvent entry, string? escalationTimeout) => entry.Data switch
    {
        ModelReplied { Request: { } request } => request.At,
        ModelReplied replied => entry.Time - TimeSpan.FromMilliseconds(replied.DurationMs),
        ModelFailed { Request: { } request } => request.At,
        ActionJudged { Facts: { } facts } => facts.At,
        ApprovalRequested { Escalation: not null } asked => asked.ExpiresAt - ApprovalTimes.OfEscalation(escalationTimeout),
        _ => entry.Time,
    };

    /// <summary>The action that an entry is about; null where it is about none.</summary>
    public static int? SeqOf(RunEventData data) => data switch
    {
        ActionJudged judged => judged.Seq,
        ApprovalRequested asked => asked.Seq,
        ApprovalDecided decided => decided.Seq,
        ApprovalExpired expired => expired.Seq,
        ActionIntended intended => intended.Seq,
        ActionCompleted completed => completed.Seq,
        ActionInterrupted interrupted => interrupted.Seq,
        FindingReported reported => reported.Seq,
        _ => null,
    };
}
