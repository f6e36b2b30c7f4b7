using Legator.Core.Rollbacks;

namespace Legator.Core.Guardrails;

/// <summary>Something that must hold before a declared action is executed.</summary>
/// <param name="Check">What must hold, as the sheet's author wrote it; where there is a <see cref="Call"/>, only what the condition is called.</param>
/// <param name="FailAction">What happens when it does not hold: <c>block</c> (the default), <c>skip</c>, <c>escalate</c>, <c>approval</c> or <c>warn</c>. Another word blocks.</param>
public sealed record PreCondition(string Check, string? FailAction = null)
{
    /// <summary>A call of a reading tool whose answer is held against <see cref="Expect"/>; null where the check is about the object of the action itself.</summary>
    public SheetCall? Call { get; init; }

    /// <summary>For an undo: the call after which the object is as it was before the action, so that the condition fails when it is so already; null for every other condition.</summary>
    public RollbackStep? TakenBack { get; init; }

    /// <summary>For an undo: the call that takes the action back, and the condition fails when somebody changed the object since the action; null for every other condition.</summary>
    public RollbackStep? Drifted { get; init; }

    /// <summary>What the answer of <see cref="Call"/> must be; null for any that succeeds.</summary>
    public string? Expect { get; init; }
}
