using Legator.Core.Guardrails;

namespace Legator.Core.Actions.Classification;

/// <summary>What a classifier found in a call: all of its actions, or why there is no saying.</summary>
public sealed record CallClassification
{
    private CallClassification(IReadOnlyList<ProposedAction> actions, CallProblem? problem) => (Actions, Problem) = (actions, problem);

    /// <summary>Everything that the call would do; empty only with a <see cref="Problem"/>.</summary>
    public IReadOnlyList<ProposedAction> Actions { get; }

    /// <summary>Why the call could not be read; null when it could.</summary>
    public CallProblem? Problem { get; }

    /// <summary>The worst that the call could do; the worst there is when it could not be read or is refused outright, so that whoever looks at the tier alone is not misled.</summary>
    public RiskTier Tier => Blocked ? RiskTier.DataMutation : Actions.Max(a => a.Tier);

    /// <summary>True when nothing may let the call through: it could not be read, or an action is refused outright.</summary>
    public bool Blocked => Problem is not null || Actions.Count == 0 || Actions.Any(a => a.BlockedBecause is not null);

    /// <summary>One sentence that says why the call has its tier.</summary>
    public string Reason =>
        Problem?.Message
        ?? Actions.FirstOrDefault(a => a.BlockedBecause is not null)?.BlockedBecause
        ?? Worst(Actions);

    /// <summary>The call does these things.</summary>
    public static CallClassification Of(params IReadOnlyList<ProposedAction> actions) =>
        actions.Count == 0 ? Unreadable("The call names nothing that it would do.") : new(actions, null);

    /// <summary>The arguments are not what the tool takes.</summary>
    public static CallClassification Invalid(string message, string? remedy = null) =>
        new([], new CallProblem(GuardrailReason.InvalidArguments, message, remedy));

    /// <summary>The arguments have the right shape, and what they would do cannot be told.</summary>
    public static CallClassification Unreadable(string message, string? remedy = null) =>
        new([], new CallProblem(GuardrailReason.Unclassifiable, message, remedy));

    private static string Worst(IReadOnlyList<ProposedAction> actions)
    {
        var worst = actions.MaxBy(a => a.Tier);
        return worst is null ? "Nothing could be found out about the call."
            : worst.Effects.Count > 0 ? $"{worst.Verb} {worst.Target}: {string.Join("; ", worst.Effects)}."
            : $"{worst.Verb} {worst.Target}.";
    }
}
