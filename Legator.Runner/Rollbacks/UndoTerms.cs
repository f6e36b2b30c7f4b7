using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Rollbacks;
using Legator.Runner.Gate;

namespace Legator.Runner.Rollbacks;

/// <summary>
/// What is different for the calls of an undo: each is declared, exactly as it was recorded, and nothing else is; what it takes back must still stand. Every other check is asked as ever.
/// </summary>
internal static class UndoTerms
{
    /// <summary>Scope and progress by which a call is judged; the same for a run that is no undo.</summary>
    public static (RunScope Scope, RunProgress Progress) For(ToolCall call, RunScope scope, RunProgress progress)
    {
        if (scope.Undo is not { } undo)
        {
            return (scope, progress);
        }

        var digest = ActionDigest.Of(call.Tool, call.Arguments);
        var step = undo.Steps.FirstOrDefault(s => s.Step.Tool == call.Tool && ActionDigest.Of(s.Step.Tool, s.Step.Arguments) == digest);
        // A recorded call was fixed before the run read anything, and a person asked for it: no text that the run reads can be behind it.
        return step is null ? (scope with { Sheet = ActionSheetIndex.Empty }, progress) : (ScopeOf(step, scope), progress with { Outside = null });
    }

    /// <summary>What is said of a call in the end: where the run only shows what an undo would do, nothing is let through.</summary>
    public static Verdict Last(Verdict verdict, RunScope scope) => scope.Undo is { DryRun: true } ? UndoForecast.Of(verdict) : verdict;

    private static RunScope ScopeOf(UndoStep step, RunScope scope) => scope with
    {
        Sheet = ActionSheetIndex.Build(scope.Sheet.Entries.Select(Eased).Append(Declare(step))),
        // There is no model that could submit a plan: a person decides call by call.
        Policy = scope.Policy.ApprovalMode == ApprovalMode.PlanFirst ? scope.Policy with { ApprovalMode = ApprovalMode.EveryAction } : scope.Policy,
    };

    // A cooldown is against doing a thing over and over, and pre-conditions are those of the action itself.
    private static DeclaredAction Eased(DeclaredAction entry) => entry with { Cooldown = null, PreConditions = [] };

    private static DeclaredAction Declare(UndoStep step) => new($"undo-of-action-{step.Seq}", step.Step.Tool, RiskTier.ServiceMutation)
    {
        Skill = "legator",
        PreConditions = step.Step switch
        {
            { Fields.Count: > 0 } => [new PreCondition($"action {step.Seq} is not taken back yet", "skip") { TakenBack = step.Step }, Unchanged(step)],
            { Missing: true } => [Unchanged(step)],
            _ => [],
        },
    };

    private static PreCondition Unchanged(UndoStep step) => new(RollbackDrift.CheckOf(step.Seq), "approval") { Drifted = step.Step };
}
