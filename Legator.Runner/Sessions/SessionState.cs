using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Guardrails;
using Legator.Core.Runs.Events;
using Legator.Core.Runs;

namespace Legator.Runner.Sessions;

/// <summary>What a run's journal says, arranged for the next step. It is changed by events only, so a runner that resumes a run stands where the last one stood.</summary>
internal sealed class SessionState
{
    private readonly List<SessionTurn> _turns = [];
    private readonly List<VaultSessionOpened> _vaultSessions = [];
    private int _lastSeq;

    public JournalHead Head { get; private set; } = JournalHead.Empty;

    public DateTimeOffset LastEvent { get; private set; }

    /// <summary>Time that runners worked on it; pauses between two runners and waits for people are left out.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>How often runners took it up since it last got any further.</summary>
    public int ResumesWithoutProgress { get; private set; }

    /// <summary>What the environment's own servers offer, as it was found last.</summary>
    public ToolsDiscovered? Tools { get; private set; }

    /// <summary>How the run is gone about: what has changed since it began does not change it.</summary>
    public int Format { get; private set; } = SessionFormat.First;

    public PromptAssembled? Prompt { get; private set; }

    /// <summary>What the run has read from outside.</summary>
    public OutsideReading Outside { get; } = new();

    public IReadOnlyList<SessionTurn> Turns => _turns;

    public ModelFailed? Failure { get; private set; }

    public ReportWritten? Report { get; private set; }

    /// <summary>Somebody wants the run to end; null where nobody does.</summary>
    public RunCancelled? Cancelled { get; private set; }

    public RunFinished? Finished { get; private set; }

    public long TokensUsed { get; private set; }

    /// <summary>Vault's tokens that were given to the run and not revoked.</summary>
    public IReadOnlyList<VaultSessionOpened> VaultSessions => _vaultSessions;

    public IEnumerable<SessionCall> Calls => _turns.SelectMany(t => t.Calls);

    /// <summary>What the model reported while it worked, in its order.</summary>
    public IEnumerable<Finding> Findings => Calls.Select(c => c.Reported?.Finding).OfType<Finding>();

    /// <summary>The next call that nobody can tell the model about yet.</summary>
    public SessionCall? OpenCall => _turns is [.., var last] ? last.Calls.FirstOrDefault(c => !c.IsSettled) : null;

    /// <summary>The question that the run waits for an answer to; null when it waits for none.</summary>
    public ApprovalRequested? Waiting => OpenCall is { IsWaiting: true, Asked: { } asked } ? asked : null;

    /// <summary>True while the run needs no runner, because only a person's answer takes it any further.</summary>
    public bool IsWaitingAt(DateTimeOffset now) => Cancelled is null && Waiting is { } waiting && now < waiting.ExpiresAt;

    /// <summary>How many questions the run has asked people.</summary>
    public int Questions { get; private set; }

    /// <summary>What people decided, as far as it counts for a call: a yes for one execution of the call that was asked about, a no for the rest of the run.</summary>
    public IReadOnlyDictionary<ActionDigest, ApprovalDecision> DecisionsFor(SessionCall call)
    {
        var decisions = new Dictionary<ActionDigest, ApprovalDecision>();
        foreach (var other in Calls)
        {
            if (other is { Decision: { } decision, Judged: { AwaitsAnswer: not true } judged } && (!decision.Approved || IsUnused(decision)))
            {
                decisions[judged.Digest] = decision;
            }
        }

        var digest = ActionDigest.Of(call.Call.Tool, call.Call.Arguments);
        if (!decisions.ContainsKey(digest) && call.Asked is null && PlanFor(digest) is { } planned)
        {
            decisions[digest] = planned;
        }

        return decisions;
    }

    // Where the world shows that an execution was cut off before it had any effect, the person's yes still stands for one.
    private bool IsUnused(ApprovalDecision decision) => !Calls.Any(c => c.MayHaveActed && c.UsedApproval == decision.Request);

    /// <summary>The approval of a plan that has this call as a step which was not made yet.</summary>
    private ApprovalDecision? PlanFor(ActionDigest digest)
    {
        var made = Calls.Count(c => c.MayHaveActed && c.Judged?.Digest == digest);
        foreach (var plan in Calls.Where(c => c is { Call.Tool: ActionPlan.Tool, Completed.Succeeded: true, Decision.Approved: true }))
        {
            made -= ActionPlan.StepsOf(plan.Call.Arguments).Count(s => ActionDigest.Of(s.Tool, s.Arguments) == digest);
            if (made < 0)
            {
                return plan.Decision;
            }
        }

        return null;
    }

    /// <summary>Every action of this run with an intent, unless the world showed that it did not take effect.</summary>
    /// <param name="run">The run.</param>
    /// <param name="allowed">Reads that will be executed together with the call in question; they count as done.</param>
    /// <param name="now">When the call is judged.</param>
    public PastActions PastActions(RunKey run, IReadOnlyList<ActionJudged>? allowed = null, DateTimeOffset now = default) => Core.Guardrails.PastActions.Of(
        Calls.Where(c => c is { IntendedAt: not null, Judged: not null, Interrupted: null or { Outcome: not InterruptedOutcome.NotExecuted } })
            .SelectMany(c => Past(run, c.Judged!, c.IntendedAt!.Value))
            .Concat((allowed ?? []).SelectMany(judged => Past(run, judged, now))));

    private static IEnumerable<PastAction> Past(RunKey run, ActionJudged judged, DateTimeOffset at) =>
        judged.Actions.Select(a => new PastAction(run, a.Domain, a.Verb, a.Target.Text, judged.Actions.Count == 1 ? judged.Verdict.Tier : a.Tier, at) { Namespace = a.Target.Namespace });

    public void Apply(RunEvent next)
    {
        if (Head.Sequence > 0 && next.Data is not (RunResumed or ApprovalDecided))
        {
            Worked += next.Time - LastEvent;
        }

        Head = JournalHead.After(next);
        LastEvent = next.Time;
        ResumesWithoutProgress = next.Data switch
        {
            RunResumed => ResumesWithoutProgress + 1,
            RunHandedBack => Math.Max(0, ResumesWithoutProgress - 1),
            RunStarted or ActionJudged or VaultSessionOpened or CredentialIssued or VaultSessionClosed or NoticeRaised => ResumesWithoutProgress,
            _ => 0,
        };
        Fold(next);
    }

    private void Fold(RunEvent next)
    {
        switch (next.Data)
        {
            case RunStarted started:
                Format = started.Format ?? SessionFormat.First;
                break;
            case ToolsDiscovered tools:
                Tools = tools;
                Outside.Add(tools);
                break;
            case PromptAssembled prompt:
                Prompt = prompt;
                UntrustedText.ReadInto(Outside, prompt);
                break;
            case ModelReplied reply:
                TokensUsed += reply.TokensIn + reply.TokensOut;
                _turns.Add(new SessionTurn(reply, [.. reply.ToolCalls.Select(c => new SessionCall(++_lastSeq, c))]));
                break;
            case ModelFailed failure:
                Failure = failure;
                break;
            case VaultSessionOpened opened:
                _vaultSessions.Add(opened);
                break;
            case VaultSessionClosed closed:
                _vaultSessions.RemoveAll(s => s.Accessor == closed.Accessor);
                break;
            case ReportWritten report:
                Report = report;
                break;
            case RunCancelled cancelled:
                Cancelled = cancelled;
                break;
            case RunFinished finished:
                Finished = finished;
                break;
            default:
                FoldCall(next);
                break;
        }
    }

    private void FoldCall(RunEvent next)
    {
        switch (next.Data)
        {
            case ActionJudged judged:
                Judge(Call(judged.Seq), judged);
                break;
            case ApprovalRequested asked:
                Questions++;
                Call(asked.Seq).Ask(asked, next.Time);
                break;
            case ApprovalDecided decided:
                Call(decided.Seq).Decide(decided, next.Time);
                break;
            case ApprovalExpired expired:
                Call(expired.Seq).Expire(expired);
                break;
            case ActionIntended intended:
                Call(intended.Seq).Intend(intended, next.Time);
                break;
            case ActionCompleted completed:
                Complete(Call(completed.Seq), completed);
                break;
            case ActionInterrupted interrupted:
                Call(interrupted.Seq).Interrupted = interrupted;
                break;
            case FindingReported reported:
                Call(reported.Seq).Reported = reported;
                break;
        }
    }

    private void Judge(SessionCall call, ActionJudged judged)
    {
        call.Judged = judged;
        if (judged.Verdict.Reason == GuardrailReason.PreConditionFailed)
        {
            // It tells what stands in an object.
            Outside.Add(judged.Verdict.Message);
        }
    }

    private void Complete(SessionCall call, ActionCompleted completed)
    {
        call.Completed = completed;
        if (!call.IsAnsweredByUs)
        {
            Outside.Add(call.Call, completed.Result, completed.Succeeded);
        }
    }

    private SessionCall Call(int seq) => Calls.FirstOrDefault(c => c.Seq == seq)
        ?? throw new InvalidDataException($"The journal speaks of action {seq}, which no reply of the model asks for.");
}
