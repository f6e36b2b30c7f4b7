using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;

namespace Legator.Runner.Tools.Plans;

/// <summary>Under approvalMode plan-first every agent may submit plans: no skill has to declare it, and no list of allowed actions has to name it.</summary>
internal static class PlanPolicy
{
    public static GuardrailPolicy Of(GuardrailPolicy policy) => policy is { ApprovalMode: ApprovalMode.PlanFirst, AllowedActions.Count: > 0 }
        ? policy with { AllowedActions = [.. policy.AllowedActions, new ActionPattern(ActionPlan.Tool)] }
        : policy;

    public static IEnumerable<DeclaredAction> Declares(GuardrailPolicy policy) => policy.ApprovalMode == ApprovalMode.PlanFirst
        ? [new DeclaredAction("plan", ActionPlan.Tool, RiskTier.Read) { Skill = "legator" }]
        : [];
}
