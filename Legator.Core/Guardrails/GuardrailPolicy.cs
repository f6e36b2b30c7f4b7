using Legator.Core.Resources.Agents;

namespace Legator.Core.Guardrails;

/// <summary>What an agent's guardrails say, frozen for a run.</summary>
public sealed record GuardrailPolicy
{
    /// <summary>How far the agent may go by itself.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.Observe;

    /// <summary>Which actions wait for a person.</summary>
    public ApprovalMode ApprovalMode { get; init; } = ApprovalMode.None;

    /// <summary>What becomes of a call behind which text from outside may stand.</summary>
    public UntrustedInput UntrustedInput { get; init; } = UntrustedInput.Approve;

    /// <summary>When there are any, an action that matches none is refused, reads too. Empty limits nothing: the action sheet limits anyway.</summary>
    public IReadOnlyList<ActionPattern> AllowedActions
    {
        get;
        init => (field, Allowed) = (value, new ActionPatterns(value.Select(p => p.Text)));
    } = [];

    /// <summary>What matches one of these is refused, whatever else allows it.</summary>
    public IReadOnlyList<ActionPattern> DeniedActions
    {
        get;
        init => (field, Denied) = (value, new ActionPatterns(value.Select(p => p.Text)));
    } = [];

    /// <summary><see cref="AllowedActions"/>, ready for questions.</summary>
    internal ActionPatterns Allowed { get; private init; } = ActionPatterns.None;

    /// <summary><see cref="DeniedActions"/>, ready for questions.</summary>
    internal ActionPatterns Denied { get; private init; } = ActionPatterns.None;

    /// <summary>What an agent's spec says.</summary>
    public static GuardrailPolicy Of(GuardrailsSpec spec) => new()
    {
        Autonomy = spec.Autonomy,
        ApprovalMode = spec.ApprovalMode ?? ApprovalMode.None,
        UntrustedInput = spec.UntrustedInput ?? UntrustedInput.Approve,
        AllowedActions = ActionPattern.ParseAll(spec.AllowedActions),
        DeniedActions = ActionPattern.ParseAll(spec.DeniedActions),
    };
}
