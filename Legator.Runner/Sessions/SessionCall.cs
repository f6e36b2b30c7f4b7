using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>One tool call of the model and how far it has come.</summary>
internal sealed class SessionCall(int seq, ToolCall call)
{
    public int Seq { get; } = seq;

    public ToolCall Call { get; } = call;

    public ActionJudged? Judged { get; set; }

    /// <summary>The question to people that it waits for or waited for; a later one replaces an earlier one.</summary>
    public ApprovalRequested? Asked { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public ApprovalDecision? Decision { get; private set; }

    public DateTimeOffset? IntendedAt { get; private set; }

    /// <summary>The approval that its intent used up; null where it needed none.</summary>
    public string? UsedApproval { get; private set; }

    public ActionCompleted? Completed { get; set; }

    public ActionInterrupted? Interrupted { get; set; }

    /// <summary>It was a finding, which the session takes down by itself; null for every call of a tool.</summary>
    public FindingReported? Reported { get; set; }

    /// <summary>The model can be told what became of it.</summary>
    public bool IsSettled => Reported is not null || Completed is not null || Interrupted is not null || (Judged is { Verdict.Outcome: VerdictOutcome.Deny } && !IsEscalating);

    /// <summary>It was refused, and the run waits for an answer to that, or has yet to ask.</summary>
    private bool IsEscalating => Judged?.AwaitsAnswer == true && (Decision is null || (Decision.Expired && Asked?.Escalation?.MayRepeat() == true));

    /// <summary>The escalation is to be told, for the first time or again.</summary>
    public bool WantsAnswer => IsEscalating && (Asked is null || Decision is not null);

    /// <summary>How often the escalation was told.</summary>
    public int Rounds => Asked?.Escalation?.Number ?? 0;

    /// <summary>It was refused, and a person wants the run to end for it, or nobody answered and the agent wants that then.</summary>
    public bool EndsRun => Judged?.AwaitsAnswer == true && !IsEscalating && Decision is { Approved: false } said && !(said.Expired && Asked?.Escalation?.OnTimeout == EscalationTimeoutAction.Proceed);

    /// <summary>It waits for a person's answer.</summary>
    public bool IsWaiting => Asked is not null && Decision is null && !IsSettled;

    /// <summary>Its runner died between intent and outcome: it may or may not have taken effect, and it is never executed again.</summary>
    public bool IsInDoubt => IntendedAt is not null && !IsSettled;

    /// <summary>It was begun, and nothing shows for certain that it had no effect.</summary>
    public bool MayHaveActed => IntendedAt is not null && Interrupted is not { Outcome: InterruptedOutcome.NotExecuted };

    /// <summary>It took effect, as far as anybody knows.</summary>
    public bool WasExecuted => Completed is { Succeeded: true } || Interrupted is { Outcome: InterruptedOutcome.Executed };

    /// <summary>Nobody knows whether it took effect.</summary>
    public bool IsUnknown => Completed is { InDoubt: true } || Interrupted is { Outcome: InterruptedOutcome.Unknown };

    /// <summary>It was allowed and begun, whatever came of it.</summary>
    public bool WasTried => Completed is not null || Interrupted is not null;

    /// <summary>A guardrail refused it; a call that was merely malformed is a mistake and not an attempt.</summary>
    public bool WasBlocked => Judged is { Verdict: { Outcome: not VerdictOutcome.Allow, Reason: not (GuardrailReason.UnknownTool or GuardrailReason.InvalidArguments or GuardrailReason.NotPlanned or GuardrailReason.CooldownActive or GuardrailReason.PreConditionSkipped or GuardrailReason.DryRun) } };

    /// <summary>It was refused because a pre-condition does not hold, and its sheet wants a person to look at that.</summary>
    public bool WantsPerson => Judged is { Verdict.Reason: GuardrailReason.PreConditionEscalated };

    /// <summary>What it answers are words of Legator about the call itself, and of nobody outside.</summary>
    public bool IsAnsweredByUs => Completed is { Succeeded: true } && Call.Tool switch
    {
        "state.set" or "state.delete" or ActionPlan.Tool => true,
        "kubectl.scale" or "kubectl.rollout" or "kubectl.delete" or "kubectl.cordon" or "kubectl.uncordon" => Judged?.Verdict.Tier > RiskTier.Read,
        _ => false,
    };

    /// <summary>It is about to be executed.</summary>
    public void Intend(ActionIntended intended, DateTimeOffset at) => (IntendedAt, UsedApproval) = (at, intended.Approval);

    /// <summary>A question is asked; what was decided on an earlier one is past.</summary>
    public void Ask(ApprovalRequested asked, DateTimeOffset at) => (Asked, AskedAt, Decision) = (asked, at, null);

    /// <summary>A person answered.</summary>
    public void Decide(ApprovalDecided decided, DateTimeOffset at)
    {
        if (Asked is { } asked && asked.Request == decided.Request && Decision is null)
        {
            // As long as a question may wait for its answer, so long an answer may wait for a runner.
            Decision = new ApprovalDecision(decided.Approved && decided.Digest == Judged?.Digest, decided.DecidedBy, at + (asked.ExpiresAt - AskedAt))
            {
                Request = decided.Request,
                Reason = decided.Reason,
                Terms = asked.Terms,
            };
        }
    }

    /// <summary>Nobody answered.</summary>
    public void Expire(ApprovalExpired expired)
    {
        if (Asked?.Request == expired.Request && Decision is null)
        {
            Decision = new ApprovalDecision(false, "nobody", DateTimeOffset.MaxValue) { Request = expired.Request, Expired = true };
        }
    }
}
