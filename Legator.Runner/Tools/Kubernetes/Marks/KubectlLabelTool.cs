using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Marks;

/// <summary>Sets and removes labels of one object.</summary>
internal sealed class KubectlLabelTool(KubernetesResolver resolver) : Tool<KubectlLabelArguments>
{
    public override string Name => "kubectl.label";

    public override string Description => "Sets and removes labels of one Kubernetes object.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlLabelArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var change = MarkChange.Read("labels", arguments.Labels, arguments.Remove, arguments.Overwrite);
        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope, change.ForClassifiers());
        return ClusterAnswers.On(
            target,
            actions,
            (_, token) => change.ExecuteAsync(target, token),
            (_, token) => change.ReconcileAsync(target, token),
            async (other, token) => await change.MergeAsync(other, token),
            token => change.InverseAsync(Name, target, token));
    }
}
