using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Resources.Agents;

namespace Legator.Core.Guardrails.Checks;

/// <summary>Where a check before asked for a person, or the approval mode does, there must be a live decision about exactly this call.</summary>
public sealed class ApprovalCheck : IGuardrailCheck
{
    /// <inheritdoc />
    public string Name => "approval";

    /// <inheritdoc />
    public CheckAnswer Ask(GuardrailInput input, IReadOnlyList<CheckTrace> before)
    {
        if (Need(input, before) is not { } need)
        {
            return CheckAnswer.Pass("Nobody needs to be asked.");
        }

        if (input is { CanPlan: true, Policy.ApprovalMode: ApprovalMode.PlanFirst, Approval: null, Lapsed: null } && input.Tier > RiskTier.Read && input.Tool != ActionPlan.Tool)
        {
            return CheckAnswer.Deny(
                GuardrailReason.NotPlanned,
                $"This agent's changes must be planned: {ActionPlan.Tool} submits all of them for a person to approve, and this one is part of no approved plan, or was done already.",
                $"Submit a plan with {ActionPlan.Tool} that has exactly this call as a step.");
        }

        return input.Approval switch
        {
            { Expired: true } => CheckAnswer.Deny(GuardrailReason.ApprovalExpired, "Nobody decided on it in time, which counts as a refusal.", "Only a new run may ask again."),
            { Approved: false } refused => CheckAnswer.Deny(GuardrailReason.ApprovalDenied, $"{refused.DecidedBy} refused it{(refused.Reason is { Length: > 0 } why ? $": {why}" : ".")}", "Only a new run may ask again."),
            { Approved: true } given when input.Now < given.ValidUntil => new(VerdictOutcome.Allow, GuardrailReason.Approved, $"{given.DecidedBy} approved exactly this call."),
            { Approved: true } late => CheckAnswer.Deny(GuardrailReason.ApprovalDenied, $"{late.DecidedBy}'s approval was good until {late.ValidUntil.ToUniversalTime():u}.", "A person may approve it anew."),
            _ when input.PeopleCanDecide => CheckAnswer.Ask(input.Lapsed is null ? need : $"{need} {input.Lapsed}", "A person may approve exactly this call."),
            _ => CheckAnswer.Deny(
                GuardrailReason.ApprovalRequired,
                $"{need} A person would have to approve it, and nobody can be asked here, so it is refused.",
                "Leave it to a person, or let the agent's owner raise its autonomy so that no approval is needed."),
        };
    }

    /// <inheritdoc />
    public string Describe(GuardrailInput input) =>
        $"approvalMode {input.Policy.ApprovalMode}; {(input.Approval is { } decision ? $"{decision.DecidedBy} decided on it" : "nobody decided on it")}";

    private static string? Need(GuardrailInput input, IReadOnlyList<CheckTrace> before) =>
        Demand(before) ?? Demand(input) ?? input.Policy.ApprovalMode switch
        {
            ApprovalMode.EveryAction when input.Tier > RiskTier.Read => "approvalMode is every-action, so a person decides on every change, whatever the autonomy.",
            ApprovalMode.PlanFirst when input.Tool == ActionPlan.Tool => "approvalMode is plan-first, so a person decides on the plan as a whole.",
            ApprovalMode.PlanFirst when input.Tier > RiskTier.Read => "approvalMode is plan-first, and this change is part of no approved plan.",
            _ => null,
        };

    private static string? Demand(GuardrailInput input)
    {
        var entries = input.AllDeclarations;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Override == SheetOverride.Approval)
            {
                return $"The action sheet's entry {entries[i].Id} says runtimeOverride: approval, so a person decides on it, whatever the autonomy.";
            }
        }

        return null;
    }

    private static string? Demand(IReadOnlyList<CheckTrace> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Outcome == VerdictOutcome.NeedsApproval)
            {
                return before[i].Message;
            }
        }

        return null;
    }
}
