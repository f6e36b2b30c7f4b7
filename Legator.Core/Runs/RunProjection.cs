using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Runs;

/// <summary>
/// A run's status as its journal tells it: a pure fold, so the same events always give the same status. Sizes are bounded, because
/// the API server's store bounds objects; where something was left out the status says so, and the journal has all of it.
/// </summary>
public sealed record RunProjection
{
    private RunProjection(RunSnapshot? snapshot) => Snapshot = snapshot;

    /// <summary>The status so far.</summary>
    public LegatorRunStatus Status { get; private init; } = new() { Phase = RunPhase.Pending };

    /// <summary>The last event that was applied; <see cref="JournalHead.Empty"/> when there was none.</summary>
    public JournalHead Head { get; private init; } = JournalHead.Empty;

    private RunSnapshot? Snapshot { get; }

    /// <summary>When the last event that was applied was written; the default where there was none.</summary>
    public DateTimeOffset LastEvent { get; private init; }

    /// <summary>What its replies cost; null once the price of one is unknown.</summary>
    private decimal? Dollars { get; init; } = 0;

    private RunProjectionOmissions Omitted { get; init; } = new();

    private IReadOnlyList<Finding> Found { get; init; } = [];

    /// <summary>A run without events.</summary>
    /// <param name="snapshot">What the run executes; limits and prices are taken from it. Null when the run has none.</param>
    public static RunProjection Start(RunSnapshot? snapshot) => new(snapshot);

    /// <summary>Applies a whole journal, or what has been read of it.</summary>
    public static RunProjection Of(RunSnapshot? snapshot, IEnumerable<RunEvent> events) =>
        events.Aggregate(Start(snapshot), (projection, next) => projection.Apply(next));

    /// <summary>Applies the next event. Events that were applied before are ignored, so a tail may be read again.</summary>
    /// <exception cref="InvalidOperationException">An event is missing in between.</exception>
    public RunProjection Apply(RunEvent next)
    {
        if (next.Sequence <= Head.Sequence)
        {
            return this;
        }

        if (next.Sequence != Head.Sequence + 1)
        {
            throw new InvalidOperationException($"Event {Head.Sequence + 1} of run {next.Run} is missing: {next.Sequence} came instead.");
        }

        return Fold(next) with
        {
            Head = JournalHead.After(next),
            LastEvent = next.Time,
        };
    }

    private RunProjection Fold(RunEvent next)
    {
        var timed = this with
        {
            Status = Status with
            {
                Usage = Elapsed(next),
                Journal = new JournalPosition { Length = next.Sequence, Head = next.Hash },
            },
        };
        return timed.Data(next).WithGuardrails();
    }

    private RunProjection Data(RunEvent next) => next.Data switch
    {
        RunStarted => With(Status with { Phase = RunPhase.Running, StartTime = next.Time }),
        ModelReplied reply => Spent(reply),
        ActionJudged judged => Recorded(RunProjectionActions.Judged(judged, next.Time, Snapshot?.Agent.Spec.Guardrails.Escalation)),
        ApprovalRequested asked => With(Status with
        {
            Phase = RunPhase.AwaitingApproval,
            Message = $"A person has to decide on {asked.Request} until {asked.ExpiresAt.ToUniversalTime():u}; without a decision it counts as refused.",
            Awaiting = new AwaitedApproval { Request = asked.Request, Until = asked.ExpiresAt },
        }),
        ApprovalDecided or ApprovalExpired => With(Status with { Phase = RunPhase.Running, Message = null, Awaiting = null }),
        ActionIntended intended => Changed(intended.Seq, RunProjectionActions.Intended),
        ActionCompleted completed => Changed(completed.Seq, action => RunProjectionActions.Completed(action, completed)),
        ActionInterrupted interrupted => Changed(interrupted.Seq, action => RunProjectionActions.Interrupted(action, interrupted)),
        FindingReported { Finding: { } finding } => Reported(finding),
        ReportWritten report => Reported(report),
        RunCancelled cancelled => With(Status with { Message = RunProjectionBounds.Cut($"{cancelled.By} ends the run{(cancelled.Reason is null ? "." : $": {cancelled.Reason}")}", RunProjectionBounds.Sentence) }),
        RunFinished finished => Finished(finished, next.Time),
        _ => this,
    };

    private RunProjection With(LegatorRunStatus status) => this with { Status = status };

    /// <summary>The pause between a runner's last event and its successor's first is nobody's working time, and neither is the wait for a decision.</summary>
    private UsageSummary Elapsed(RunEvent next)
    {
        var usage = Status.Usage ?? new UsageSummary();
        var worked = Head.Sequence > 0 && next.Data is not (RunResumed or ApprovalDecided) ? (long)(next.Time - LastEvent).TotalMilliseconds : 0;
        return usage with { WallClockMs = usage.WallClockMs + Math.Max(0, worked) };
    }

    private RunProjection Spent(ModelReplied reply)
    {
        var usage = Status.Usage!;
        var (tokensIn, tokensOut) = (usage.TokensIn + reply.TokensIn, usage.TokensOut + reply.TokensOut);
        var dollars = Snapshot is null ? null : Dollars + RunSnapshotCost.Of(Snapshot.Model, reply);
        var spent = usage with
        {
            TokensIn = tokensIn,
            TokensOut = tokensOut,
            TotalTokens = tokensIn + tokensOut,
            CachedTokensIn = reply.CachedTokensIn is > 0 ? (usage.CachedTokensIn ?? 0) + reply.CachedTokensIn : usage.CachedTokensIn,
            Iterations = reply.Turn,
            EstimatedCost = dollars is { } known ? RunSnapshotCost.Show(known) : null,
        };
        return With(Status with { Usage = spent }) with { Dollars = dollars };
    }

    private RunProjection Recorded(ActionRecord action)
    {
        if (Status.Actions.Any(a => a.Seq == action.Seq))
        {
            return Changed(action.Seq, _ => action);
        }

        return Status.Actions.Count < RunProjectionBounds.Actions
            ? With(Status with { Actions = [.. Status.Actions, action] })
            : this with { Omitted = Omitted.With(action) };
    }

    private RunProjection Changed(int seq, Func<ActionRecord, ActionRecord> change) =>
        With(Status with { Actions = [.. Status.Actions.Select(a => a.Seq == seq ? change(a) : a)] });

    /// <summary>What was reported while the run was under way is shown at once, and the report brings all of it together.</summary>
    private RunProjection Reported(Finding finding)
    {
        var found = FindingList.Merge([.. Found, finding]);
        return With(Status with { Findings = Shown(found) }) with { Found = found };
    }

    private RunProjection Reported(ReportWritten written) => With(Status with
    {
        Report = RunProjectionBounds.Cut(written.Report, RunProjectionBounds.Report),
        Findings = Shown(written.Findings),
    });

    private static List<RunFinding> Shown(IReadOnlyList<Finding> findings) =>
    [
        .. findings.Take(RunProjectionBounds.Findings).Select(f => new RunFinding
        {
            Severity = FindingList.Rank(f),
            Message = RunProjectionBounds.Cut(f.Message, RunProjectionBounds.Sentence),
            Resource = f.Resource is null ? null : RunProjectionBounds.Cut(f.Resource, RunProjectionBounds.Sentence),
        }),
    ];

    private RunProjection Finished(RunFinished finished, DateTimeOffset time) => With(Status with
    {
        Phase = Enum.TryParse<RunPhase>(finished.Phase, out var phase) ? phase : RunPhase.Failed,
        Reason = finished.Reason,
        Message = RunProjectionBounds.Cut(finished.Message, RunProjectionBounds.Sentence),
        CompletionTime = time,
        Awaiting = null,
        Actions = [.. Status.Actions.Select(RunProjectionActions.Closed)],
        Conditions =
        [
            new Condition
            {
                Type = "Complete",
                Status = "True",
                Reason = finished.Reason,
                Message = RunProjectionBounds.Cut(finished.Message, RunProjectionBounds.Sentence),
                LastTransitionTime = time,
            },
            .. Omitted.Conditions(time),
        ],
    });

    private RunProjection WithGuardrails() => With(Status with
    {
        Guardrails = RunProjectionGuardrails.Summarise(Status, Omitted, Snapshot),
    });
}
