using Legator.Core.Approvals;

namespace Legator.Core.Runs.Events;

/// <summary>The run asks a person about the call that was judged just before, and leaves its runner until there is an answer. Written by the runner that holds the run.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Request">Name of the ApprovalRequest that shows the question.</param>
/// <param name="ExpiresAt">From then on it counts as refused.</param>
/// <param name="Terms">What must still be so when the call is executed.</param>
/// <param name="Preview">What the call would change; bounded and redacted.</param>
public sealed record ApprovalRequested(int Seq, string Request, DateTimeOffset ExpiresAt, ApprovalTerms Terms, ActionPreview Preview) : RunEventData
{
    /// <summary>The call was refused, and what is asked is whether the run goes on without it; null where a yes lets the call be executed.</summary>
    public EscalationRound? Escalation { get; init; }
}
