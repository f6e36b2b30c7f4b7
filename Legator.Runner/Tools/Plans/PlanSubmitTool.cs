using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Plans;

/// <summary>Submits a plan. The gate judges every step of it as the call that it is to be, and a person decides on the whole; submitting changes nothing by itself.</summary>
internal sealed class PlanSubmitTool : Tool<PlanSubmitArguments>
{
    private const int MostSteps = 50;

    public override string Name => ActionPlan.Tool;

    public override string Description => "Submits a plan of changes for a person to approve. Nothing is changed by it. Afterwards each planned call may be made once, exactly as planned; no other change is possible in this run.";

    protected override Task<PreparedCall> PrepareAsync(PlanSubmitArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (scope.Policy.ApprovalMode != ApprovalMode.PlanFirst)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, "This agent's guardrails.approvalMode asks for no plan.", "Make the calls themselves; what needs an approval is asked about one by one.");
        }

        if (arguments.Steps.Count is 0 or > MostSteps || arguments.Steps.Any(s => s.Tool == ActionPlan.Tool))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"A plan has 1 to {MostSteps} steps, and none of them submits a plan.", "Write the changes themselves, each as one step.");
        }

        var action = new ProposedAction("plan", "submit", new CanonicalTarget($"plan of {arguments.Steps.Count} steps"), RiskTier.Read);
        return Task.FromResult(new PreparedCall([action], (_, _) => Task.FromResult(
            ToolOutput.Done("The plan is approved. Make its calls now, in order, each exactly as planned and once."))));
    }
}
