using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Keeps new pods away from a node.</summary>
internal sealed class KubectlCordonTool(KubernetesResolver resolver) : Tool<KubectlCordonArguments>
{
    public override string Name => "kubectl.cordon";

    public override string Description => "Keeps new pods away from a node.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlCordonArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var node = await resolver.ResolveOneAsync("nodes", arguments.Name, null, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, node, scope);
        return ClusterAnswers.On(
            node,
            actions,
            (_, token) => NodeSchedule.SetAsync(node, true, token),
            (_, token) => NodeSchedule.ReconcileAsync(node, true, token),
            async (other, token) => await NodeSchedule.CloseAsync(other, true, token),
            token => NodeSchedule.InverseAsync(node, true, token));
    }
}
