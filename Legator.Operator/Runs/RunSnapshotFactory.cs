using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Operator.Agents;

namespace Legator.Operator.Runs;

/// <summary>Freezes what a run needs.</summary>
internal static class RunSnapshotFactory
{
    /// <summary>The snapshot; null when something that it needs is missing.</summary>
    public static RunSnapshot? Create(LegatorAgent agent, AgentReview review, RunOrder order)
    {
        if (review is not { Problem: null, FoundEnvironment: { } environment, FoundModel: { } model })
        {
            return null;
        }

        return new RunSnapshot
        {
            Agent = new RunSnapshotAgent
            {
                Namespace = agent.Metadata.Namespace ?? "",
                Name = agent.Metadata.Name ?? "",
                Uid = agent.Metadata.Uid,
                Generation = agent.Metadata.Generation,
                Spec = Lowered(agent.Spec, order.Delegation),
            },
            Environment = new RunSnapshotEnvironment { Name = environment.Metadata.Name ?? "", Spec = environment.Spec },
            Model = order.Undo is null ? model : RunSnapshotModel.ForUndo(model.Tier),
            Skills = [.. review.FoundSkills.Select(RunSnapshotSkill.From)],
            Limits = order.Undo is { } undo ? RunSnapshotLimits.Of(agent.Spec).ForUndo(undo.Steps.Count) : RunSnapshotLimits.Of(agent.Spec),
            Trigger = order.Trigger,
            Slot = order.Slot,
            Task = order.Task,
            Target = order.Target,
            Payload = order.Payload,
            Delivery = order.Delivery is { } came ? new RunSnapshotDelivery(came.Source, came.Count, came.LastAt) : null,
            Delegation = order.Delegation,
            Undo = order.Undo,
        };
    }

    /// <summary>Whoever gets an agent to act gets it to act with no more autonomy than their own.</summary>
    private static LegatorAgentSpec Lowered(LegatorAgentSpec spec, RunSnapshotDelegation? delegation) =>
        delegation is null || spec.Guardrails.Autonomy <= delegation.Autonomy
            ? spec
            : spec with { Guardrails = spec.Guardrails with { Autonomy = delegation.Autonomy } };
}
