using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>One tool call of the model and how far it has come.</summary>
internal sealed class SessionCall(int seq, ToolCall call)
{
    public int Seq { get; } = seq;

    public ToolCall Call { get; } = call;

    public ActionJudged? Judged { get; set; }

    public DateTimeOffset? IntendedAt { get; set; }

    public ActionCompleted? Completed { get; set; }

    public ActionInterrupted? Interrupted { get; set; }

    /// <summary>The model can be told what became of it.</summary>
    public bool IsSettled => Completed is not null || Interrupted is not null || Judged is { Verdict.Outcome: not VerdictOutcome.Allow };

    /// <summary>Its runner died between intent and outcome: it may or may not have taken effect, and it is never executed again.</summary>
    public bool IsInDoubt => IntendedAt is not null && !IsSettled;

    /// <summary>It took effect, as far as anybody knows.</summary>
    public bool WasExecuted => Completed is { Succeeded: true } || Interrupted is { Outcome: InterruptedOutcome.Executed };

    /// <summary>It was allowed and begun, whatever came of it.</summary>
    public bool WasTried => Completed is not null || Interrupted is not null;

    /// <summary>A guardrail refused it; a call that was merely malformed is a mistake and not an attempt.</summary>
    public bool WasBlocked => Judged is { Verdict: { Outcome: not VerdictOutcome.Allow, Reason: not (GuardrailReason.UnknownTool or GuardrailReason.InvalidArguments or GuardrailReason.CooldownActive) } };
}
