using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads one object, or a list as a table.</summary>
internal sealed class KubectlGetTool(KubernetesResolver resolver) : Tool<KubectlGetArguments>
{
    public override string Name => "kubectl.get";

    public override string Description =>
        "Reads Kubernetes objects: a table of all objects of a kind, or one object by name with what matters of its spec and status. Never shows the data of Secrets.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlGetArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var list = new ObjectList(arguments.LabelSelector, arguments.FieldSelector, arguments.Limit, arguments.Continue);
        list.Check();
        var target = await resolver.ResolveAsync(arguments.Resource, arguments.Name, arguments.Namespace, arguments.AllNamespaces == true, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope, list.ForClassifiers());
        return ClusterAnswers.On(target, actions, (context, token) => target.Name is null ? list.ReadAsync(target, context, token) : OneAsync(target, token));
    }

    private static async Task<ToolOutput> OneAsync(KubernetesObject target, CancellationToken cancellationToken) =>
        await target.GetAsync(cancellationToken) is { } found ? ToolOutput.Done(ObjectText.Write(found)) : target.Missing;
}
