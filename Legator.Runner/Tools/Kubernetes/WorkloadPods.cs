using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Finds the pod that is meant where a workload is named: one that is ready before one that is not, then the newest.</summary>
internal static class WorkloadPods
{
    private const int MostPods = 500;

    /// <summary>Resolves <c>deploy/web</c>, <c>job/backup</c> and the like to a pod, and says how it was chosen; a pod's own name is taken as it is.</summary>
    /// <exception cref="ToolInputException">There is no such workload, or it has no pods.</exception>
    public static async Task<(KubernetesObject Pod, string? Note)> FindAsync(this KubernetesResolver resolver, string name, string? @namespace, RunScope scope, CancellationToken cancellationToken)
    {
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            return (await resolver.ResolveOneAsync("pods", name, @namespace, scope, cancellationToken), null);
        }

        var named = await resolver.ResolveAsync(name, null, @namespace, false, scope, cancellationToken);
        if (named.Kind is { Group: "", Plural: "pods" })
        {
            return (named, null);
        }

        var pod = await scope.Lookout.SeeAsync($"pod of {name}", () => ChooseAsync(resolver, named, scope, cancellationToken));
        var found = await resolver.ResolveOneAsync("pods", pod!.Name, named.Namespace, scope, cancellationToken);
        return (found, $"[pod {found.Name}{(pod.Of > 1 ? $", one of {pod.Of}" : "")} of {named.Kind.QualifiedName}/{named.Name}]");
    }

    private static async Task<SeenPod?> ChooseAsync(KubernetesResolver resolver, KubernetesObject workload, RunScope scope, CancellationToken cancellationToken)
    {
        var pods = await PodsAsync(resolver, workload, scope, cancellationToken);
        var chosen = pods.OrderByDescending(pod => ObjectFields.Condition(pod, "Ready") == "True").ThenByDescending(pod => ObjectFields.Text(pod, "metadata", "creationTimestamp"), StringComparer.Ordinal).ThenBy(pod => ObjectFields.Text(pod, "metadata", "name"), StringComparer.Ordinal).First();
        return new SeenPod(ObjectFields.Text(chosen, "metadata", "name"), pods.Count);
    }

    private static async Task<List<JsonObject>> PodsAsync(KubernetesResolver resolver, KubernetesObject workload, RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var found = await workload.GetAsync(cancellationToken) ?? throw Problem($"There is no {workload.Phrase}.", "Write the exact name of one that is there.");
            var selector = Selector(found) ?? throw Problem($"{workload.Phrase} has no pods of its own.", "Name a pod, or a workload that makes pods: a deployment, statefulset, daemonset, replicaset or job.");
            var pods = await resolver.ResolveAsync("pods", null, workload.Namespace, false, scope, cancellationToken);
            var page = await pods.Client.ListAsync(pods.Resource, pods.Namespace, new ListQuery { LabelSelector = selector, Limit = MostPods }, cancellationToken, pods.Call);
            return page.Items.Count > 0 ? [.. page.Items] : throw Problem($"{workload.Phrase} has no pods.", "Look at its events.");
        }
        catch (ClusterException exception)
        {
            throw new ToolInputException(GuardrailReason.Unclassifiable, $"The pods of {workload.Phrase} could not be looked for: {exception.Message}", "Name a pod.");
        }
    }

    /// <summary>The labels by which a workload knows its pods, as they are asked for; null where it knows none, or in a way that is not read here.</summary>
    public static string? Selector(JsonObject workload)
    {
        var selector = ObjectFields.At(workload, "spec", "selector") as JsonObject;
        if (ObjectFields.Items(selector, "matchExpressions").Any())
        {
            return null;
        }

        var labels = selector?["matchLabels"] as JsonObject ?? selector;
        return labels is { Count: > 0 } && labels.All(label => label.Value is JsonValue) ? string.Join(',', labels.Select(label => $"{label.Key}={label.Value}")) : null;
    }

    private static ToolInputException Problem(string message, string remedy) => new(GuardrailReason.InvalidArguments, message, remedy);
}
