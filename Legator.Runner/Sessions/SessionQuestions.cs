using Legator.Core.Approvals;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions;

/// <summary>Asks people. The answer may take days: the question is durable, nothing is held open, and the runner is free.</summary>
internal sealed class SessionQuestions(GuardrailsSpec rails, RunScope scope, SessionJournal journal)
{
    private string NextName => RunNames.ForApproval(scope.Agent, journal.Run, journal.State.Questions);

    /// <summary>A person has to decide on a call.</summary>
    public async Task AskAsync(ActionJudged judged, ApprovalAsk ask, DateTimeOffset now)
    {
        await scope.Resources.DisposeAsync();
        await journal.AppendAllAsync(judged, new ApprovalRequested(judged.Seq, NextName, now + ApprovalTimes.Of(rails.ApprovalTimeout), ask.Terms, ask.Preview));
    }

    /// <summary>A refusal that somebody has to answer: the action stays refused, and the question is whether the run goes on without it.</summary>
    public async Task EscalateAsync(SessionCall call, TimeProvider time)
    {
        await scope.Resources.DisposeAsync();
        var spec = rails.Escalation!;
        var asked = new ApprovalRequested(call.Seq, NextName, time.GetUtcNow() + ApprovalTimes.OfEscalation(spec.Timeout), new ApprovalTerms { Tier = call.Judged!.Verdict.Tier }, ActionPreview.None("A guardrail refused the call: it is not executed."));
        await journal.AppendAsync(asked with { Escalation = new EscalationRound(call.Rounds + 1, spec.OnTimeout) });
    }
}
