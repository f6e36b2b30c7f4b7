using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Lets new pods onto a node again.</summary>
internal sealed class KubectlUncordonTool(KubernetesResolver resolver) : Tool<KubectlCordonArguments>
{
    public override string Name => "kubectl.uncordon";

    public override string Description => "Lets new pods onto a node again.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlCordonArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var node = await resolver.ResolveOneAsync("nodes", arguments.Name, null, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, node, scope);
        return ClusterAnswers.On(
            node,
            actions,
            (_, token) => NodeSchedule.SetAsync(node, false, token),
            (_, token) => NodeSchedule.ReconcileAsync(node, false, token),
            async (other, token) => await NodeSchedule.CloseAsync(other, false, token),
            token => NodeSchedule.InverseAsync(node, false, token));
    }
}
