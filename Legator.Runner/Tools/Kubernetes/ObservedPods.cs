using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads an object's pods for pre-conditions, and says which calls such looks stand for.</summary>
internal static class ObservedPods
{
    private const int MostPods = 500;

    /// <summary>The call that reading an object, or listing a kind in its namespace, stands for.</summary>
    public static ToolCall ReadOf(KubernetesObject target, string resource, string? name)
    {
        var arguments = new JsonObject { ["resource"] = resource };
        if (name is not null)
        {
            arguments["name"] = name;
        }

        if (target.Namespace is not null)
        {
            arguments["namespace"] = target.Namespace;
        }

        return new ToolCall("pre-condition", name is null ? "kubectl.list" : "kubectl.get", JsonSerializer.SerializeToElement(arguments));
    }

    /// <summary>The pods of a workload, or the pod itself; null for what has no pods, or knows them in a way that is not read here.</summary>
    public static async Task<IReadOnlyList<JsonObject>?> OfAsync(KubernetesObject target, JsonObject owner, CancellationToken cancellationToken)
    {
        if (target.Kind is { Group: "", Plural: "pods" })
        {
            return [owner];
        }

        return WorkloadPods.Selector(owner) is { } selector && await target.Client.ResolveAsync("pods", cancellationToken) is { } pods
            ? (await target.Client.ListAsync(pods, target.Namespace, new ListQuery { LabelSelector = selector, Limit = MostPods }, cancellationToken, target.Call)).Items
            : null;
    }
}
