using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads the objects of a kind, page by page.</summary>
internal sealed class KubectlListTool(KubernetesResolver resolver) : Tool<KubectlListArguments>
{
    public override string Name => "kubectl.list";

    public override string Description => "Lists the Kubernetes objects of a kind as a table, page by page.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlListArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var list = new ObjectList(arguments.LabelSelector, arguments.FieldSelector, arguments.Limit, arguments.Continue);
        list.Check();
        var target = await resolver.ResolveAsync(arguments.Resource, null, arguments.Namespace, arguments.AllNamespaces == true, scope, cancellationToken);
        if (target.Name is not null)
        {
            throw new ToolInputException(Core.Guardrails.GuardrailReason.InvalidArguments, $"'{arguments.Resource}' names one object.", "Write the kind alone, or ask kubectl.get for one object.");
        }

        return ClusterAnswers.On(target, KubernetesActions.Of(Name, target, scope, list.ForClassifiers()), (context, token) => list.ReadAsync(target, context, token));
    }
}
