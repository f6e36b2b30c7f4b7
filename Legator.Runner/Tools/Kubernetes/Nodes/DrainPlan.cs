using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

/// <summary>Which pods of a node would have to go, and what keeps it from being drained.</summary>
/// <param name="Pods">Pods to evict, as namespace and name.</param>
/// <param name="Obstacles">Why the node cannot be drained, one sentence each; empty when it can.</param>
/// <param name="Left">How many pods stay where they are.</param>
internal sealed record DrainPlan(IReadOnlyList<(string Namespace, string Name)> Pods, IReadOnlyList<string> Obstacles, int Left)
{
    private const int MostNamed = 10;

    /// <summary>Looks at every pod of the node.</summary>
    public static async Task<DrainPlan> OfAsync(KubernetesObject node, KubectlDrainArguments arguments, CancellationToken cancellationToken)
    {
        var pods = await PodsAsync(node, cancellationToken);
        var going = pods.Where(p => !IsStatic(p) && !IsOfDaemonSet(p)).ToList();
        var obstacles = new List<string>();
        Add(obstacles, arguments.IgnoreDaemonsets != true, pods.Where(p => !IsStatic(p) && IsOfDaemonSet(p)), "belong to daemonsets, which make them again at once: set ignoreDaemonsets to leave them");
        Add(obstacles, arguments.Force != true, going.Where(p => !IsDone(p) && !HasController(p)), "are made again by nothing: they would be lost (force)");
        Add(obstacles, arguments.DeleteEmptydirData != true, going.Where(p => !IsDone(p) && KeepsData(p)), "keep data on the node, which would be lost (deleteEmptydirData)");
        return new DrainPlan([.. going.Select(Key)], obstacles, pods.Count - going.Count);
    }

    /// <summary>All pods of a node, whatever their namespace.</summary>
    private static async Task<IReadOnlyList<JsonObject>> PodsAsync(KubernetesObject node, CancellationToken cancellationToken)
    {
        var kind = await node.Client.ResolveAsync("pods", cancellationToken) ?? throw new ClusterException(404, "NotFound", "The cluster serves no pods.");
        var found = new List<JsonObject>();
        var query = new ListQuery { FieldSelector = $"spec.nodeName={node.Name}", Limit = 250 };
        do
        {
            var page = await node.Client.ListAsync(kind, null, query, cancellationToken, node.Call);
            found.AddRange(page.Items);
            query = query with { Continue = page.Continue };
        }
        while (query.Continue is not null);
        return found;
    }

    private static void Add(List<string> obstacles, bool counts, IEnumerable<JsonObject> pods, string because)
    {
        var names = counts ? pods.Select(Key).Select(k => $"{k.Namespace}/{k.Name}").ToList() : [];
        if (names.Count > 0)
        {
            obstacles.Add($"{string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")} {because}.");
        }
    }

    private static (string Namespace, string Name) Key(JsonObject pod) => (ObjectFields.Text(pod, "metadata", "namespace"), ObjectFields.Text(pod, "metadata", "name"));

    private static bool IsStatic(JsonObject pod) => ObjectFields.At(pod, "metadata", "annotations", "kubernetes.io/config.mirror") is not null;

    private static bool IsDone(JsonObject pod) => ObjectFields.Text(pod, "status", "phase") is "Succeeded" or "Failed";

    private static bool KeepsData(JsonObject pod) => ObjectFields.Items(pod, "spec", "volumes").Any(v => v.ContainsKey("emptyDir"));

    private static bool HasController(JsonObject pod) => Controller(pod) is not null;

    private static bool IsOfDaemonSet(JsonObject pod) => ObjectFields.Text(Controller(pod), "kind") == "DaemonSet";

    private static JsonObject? Controller(JsonObject pod) => ObjectFields.Items(pod, "metadata", "ownerReferences").FirstOrDefault(o => ObjectFields.Text(o, "controller") == "true");
}
