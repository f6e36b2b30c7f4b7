using Legator.Core.Approvals;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>What a drain would do, by the same look that it begins with.</summary>
internal static class DrainPreview
{
    public static async Task<ActionPreview> OfAsync(KubernetesObject node, KubectlDrainArguments arguments, CancellationToken cancellationToken)
    {
        if (await node.GetAsync(cancellationToken) is null)
        {
            return new ActionPreview($"There is no {node.Phrase}.");
        }

        var plan = await DrainPlan.OfAsync(node, arguments, cancellationToken);
        var pods = plan.Pods.Select(p => $"pods/{p.Name} -n {p.Namespace}").ToList();
        return plan.Obstacles.Count > 0
            ? new ActionPreview($"{node.Phrase} would not be drained:\n{string.Join('\n', plan.Obstacles)}")
            : new ActionPreview($"{node.Phrase} would take no new pods, {pods.Count} pods would be evicted and {plan.Left} would stay.") { Dependents = pods };
    }
}
