namespace Legator.Core.Resources.Agents;

/// <summary>What an agent may do; enforced by the gate, never by the prompt.</summary>
public sealed record GuardrailsSpec
{
    /// <summary>How far the agent may go by itself.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.Observe;

    /// <summary>Globs over "tool target", e.g. "kubectl.get *". Actions that match none are blocked, reads too; an empty list limits nothing.</summary>
    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    /// <summary>Globs over "tool target"; what matches is blocked, whatever else allows it.</summary>
    public IReadOnlyList<string> DeniedActions { get; init; } = [];

    /// <summary>Who is told when an action is blocked.</summary>
    public EscalationSpec? Escalation { get; init; }

    /// <summary>Most model turns of one run.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>How often a failed call to the model is repeated.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Which actions wait for a person's decision. Unset: none.</summary>
    public ApprovalMode? ApprovalMode { get; init; }

    /// <summary>What becomes of a change, or of a call that carries data out, whose values may come from text that the run has read. Unset: a person decides.</summary>
    public UntrustedInput? UntrustedInput { get; init; }

    /// <summary>How long an approval may wait, as a Go duration; after that it counts as denied.</summary>
    public string ApprovalTimeout { get; init; } = "30m";

    /// <summary>How much the agent may change at once and over time. Unset: the defaults.</summary>
    public GuardrailLimitsSpec? Limits { get; init; }
}
