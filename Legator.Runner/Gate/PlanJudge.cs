using System.Globalization;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>What the gate found of a plan's steps.</summary>
/// <param name="Refusal">Why the plan cannot be approved; null when it can.</param>
/// <param name="Tier">The worst tier of its steps.</param>
/// <param name="Steps">What each step would do, for the person who decides.</param>
internal sealed record PlanJudge(CallProblem? Refusal, RiskTier Tier, IReadOnlyList<PlannedStep> Steps)
{
    /// <summary>Nothing found yet.</summary>
    public static PlanJudge Empty { get; } = new(null, RiskTier.Read, []);

    /// <summary>Adds a step. What only time can tell (a pre-condition, a cooldown) is left to the moment when the step is called.</summary>
    public PlanJudge With(ToolCall step, PreparedCall? prepared, GuardrailInput input, Verdict verdict)
    {
        var refused = verdict is { Outcome: VerdictOutcome.Deny, Reason: not (GuardrailReason.PreConditionFailed or GuardrailReason.PreConditionEscalated or GuardrailReason.PreConditionSkipped or GuardrailReason.CooldownActive) };
        var number = Steps.Count + 1;
        var line = string.Create(CultureInfo.InvariantCulture, $"{number}. {step.Tool}: {string.Join("; ", input.Actions.Select(a => $"{a.Verb} {a.Target.Text}"))} ({verdict.Tier.WireName()})");
        return new PlanJudge(
            Refusal ?? (refused ? new CallProblem(verdict.Reason, $"Step {number} of the plan ({step.Tool}) is refused, so nobody is asked about the plan: {verdict.Message}", verdict.Remedy) : null),
            verdict.Tier > Tier ? verdict.Tier : Tier,
            [.. Steps, new PlannedStep(line, prepared)]);
    }
}
