using Legator.Backends.Kubernetes;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads one object, or a list as a table.</summary>
internal sealed class KubectlGetTool(KubernetesResolver resolver) : Tool<KubectlGetArguments>
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;

    public override string Name => "kubectl.get";

    public override string Description =>
        "Reads Kubernetes objects: a table of all objects of a kind, or one object by name with what matters of its spec and status. Never shows the data of Secrets.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlGetArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (arguments.Limit is < 1 or > MaxLimit)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"limit is {arguments.Limit}.", $"Write a number from 1 to {MaxLimit}.");
        }

        var target = await resolver.ResolveAsync(arguments.Resource, arguments.Name, arguments.Namespace, arguments.AllNamespaces == true, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope);
        return new PreparedCall(actions, (context, token) => target.Name is null ? ListAsync(target, arguments, context, token) : OneAsync(target, token))
        {
            Observe = target.Name is null ? null : target.GetAsync,
        };
    }

    private static async Task<ToolOutput> OneAsync(KubernetesObject target, CancellationToken cancellationToken) =>
        await target.GetAsync(cancellationToken) is { } found
            ? ToolOutput.Done(ObjectText.Write(found))
            : ToolOutput.Failed($"There is no {target.Phrase}.");

    private static async Task<ToolOutput> ListAsync(KubernetesObject target, KubectlGetArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var limit = arguments.Limit ?? DefaultLimit;
        var query = new ListQuery { LabelSelector = arguments.LabelSelector, Limit = limit };
        var page = await target.Client.ListAsync(target.Resource, target.Namespace, query, cancellationToken, target.Call);
        var selected = arguments.LabelSelector is { Length: > 0 } selector ? $" with {selector}" : "";
        if (page.Items.Count == 0)
        {
            return ToolOutput.Done($"No {target.Kind.Plural}{target.Place}{selected}.");
        }

        var more = page.Continue is null ? "" : $"\n[more {target.Kind.Plural} left out{(page.Remaining is { } rest ? $": {rest}" : "")}; narrow the request or raise limit]";
        var table = ObjectTable.Write(target.Kind, page.Items, withNamespace: target.Kind.Namespaced && target.Namespace is null, context.Time.GetUtcNow());
        return ToolOutput.Done($"{page.Items.Count} {target.Kind.Plural}{target.Place}{selected}:\n{table}{more}");
    }
}
