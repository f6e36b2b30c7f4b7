using Legator.Core.Notifications;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Approvals;

/// <summary>A question that follows a refusal: whether the run goes on without the refused action. Whatever is answered, the action stays refused.</summary>
/// <param name="Number">1 for the first time it is asked.</param>
/// <param name="OnTimeout">What happens without an answer.</param>
public sealed record EscalationRound(int Number, EscalationTimeoutAction OnTimeout)
{
    /// <summary>True when it is asked again if nobody answers.</summary>
    public bool MayRepeat() => OnTimeout == EscalationTimeoutAction.Retry && Number < EscalationClock.MostRounds;

    /// <summary>What happens without an answer, as a sentence.</summary>
    public string Consequence() => MayRepeat() ? "it is asked again" : OnTimeout == EscalationTimeoutAction.Proceed ? "the run goes on without it" : "the run ends";
}
