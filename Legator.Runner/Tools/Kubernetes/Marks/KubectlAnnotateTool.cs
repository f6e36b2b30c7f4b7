using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Marks;

/// <summary>Sets and removes annotations of one object.</summary>
internal sealed class KubectlAnnotateTool(KubernetesResolver resolver) : Tool<KubectlAnnotateArguments>
{
    public override string Name => "kubectl.annotate";

    public override string Description => "Sets and removes annotations of one Kubernetes object.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlAnnotateArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var change = MarkChange.Read("annotations", arguments.Annotations, arguments.Remove, arguments.Overwrite);
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
