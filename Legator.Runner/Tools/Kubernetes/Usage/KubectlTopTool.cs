using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Usage;

/// <summary>What pods or nodes use of processor and memory, by the cluster's metrics API.</summary>
internal sealed class KubectlTopTool(KubernetesResolver resolver) : Tool<KubectlTopArguments>
{
    private const int MostRows = 100;

    public override string Name => "kubectl.top";

    public override string Description => "Says what pods or nodes use of CPU and memory right now.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlTopArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var kind = arguments.Resource.ToString().ToLowerInvariant();
        var target = await resolver.ResolveAsync(kind, arguments.Name, arguments.Namespace, arguments.AllNamespaces == true, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope, new JsonObject { ["selector"] = arguments.LabelSelector });
        return ClusterAnswers.On(target, actions, (_, token) => ReadAsync(target, arguments, token));
    }

    private static async Task<ToolOutput> ReadAsync(KubernetesObject target, KubectlTopArguments arguments, CancellationToken cancellationToken)
    {
        if (await target.Client.ResolveAsync($"{target.Kind.Plural}.metrics.k8s.io", cancellationToken) is not { } metrics)
        {
            return ToolOutput.Failed("This cluster serves no metrics (metrics.k8s.io): metrics-server, or something in its place, is not installed. Usage cannot be asked for here.");
        }

        var query = new ListQuery { LabelSelector = arguments.LabelSelector, FieldSelector = target.Name is null ? null : $"metadata.name={target.Name}", Limit = 500 };
        var page = await target.Client.ListAsync(metrics, target.Namespace, query, cancellationToken, target.Call);
        var limits = arguments.Resource == UsageOf.Nodes ? await LimitsAsync(target, cancellationToken) : [];
        var usages = page.Items.Where(i => target.Name is null || ObjectFields.Text(i, "metadata", "name") == target.Name).Select(i => Usage.Of(i, limits)).ToList();
        if (usages.Count == 0)
        {
            return target.Name is null ? ToolOutput.Done($"There are no metrics of {target.Kind.Plural}{target.Place}.") : ToolOutput.Failed($"There are no metrics of {target.Phrase}, or no longer.");
        }

        var sorted = usages.OrderByDescending(u => arguments.SortBy == UsageOrder.Memory ? u.Memory : u.Cpu).ThenBy(u => u.Name, StringComparer.Ordinal).Take(MostRows).Select(u => u.Line(target.Kind.Namespaced && target.Namespace is null));
        var left = usages.Count > MostRows ? $"\n[{usages.Count - MostRows} that use less left out]" : "";
        return ToolOutput.Done($"{(arguments.Resource == UsageOf.Nodes ? "NAME  CPU  CPU%  MEMORY  MEMORY%" : "NAME  CPU  MEMORY")}\n{string.Join('\n', sorted)}{left}");
    }

    /// <summary>What each node has to give; empty where the agent may not see nodes.</summary>
    private static async Task<Dictionary<string, JsonObject>> LimitsAsync(KubernetesObject target, CancellationToken cancellationToken)
    {
        try
        {
            var nodes = await target.Client.ListAsync(target.Resource, null, new ListQuery { Limit = 500 }, cancellationToken, target.Call);
            return nodes.Items.ToDictionary(n => ObjectFields.Text(n, "metadata", "name"), StringComparer.Ordinal);
        }
        catch (ClusterException)
        {
            return [];
        }
    }

    private sealed record Usage(string Namespace, string Name, double Cpu, double Memory, JsonNode? Allocatable)
    {
        public static Usage Of(JsonObject item, Dictionary<string, JsonObject> nodes)
        {
            var name = ObjectFields.Text(item, "metadata", "name");
            var parts = item["containers"] is JsonArray ? ObjectFields.Items(item, "containers").ToList() : [item];
            return new Usage(
                ObjectFields.Text(item, "metadata", "namespace"),
                name,
                parts.Sum(p => Quantity.Read(ObjectFields.Text(p, "usage", "cpu"))),
                parts.Sum(p => Quantity.Read(ObjectFields.Text(p, "usage", "memory"))),
                nodes.TryGetValue(name, out var node) ? ObjectFields.At(node, "status", "allocatable") : null);
        }

        public string Line(bool withNamespace) =>
            $"{(withNamespace ? $"{Namespace}/" : "")}{Name}  {Quantity.Cpu(Cpu)}{Share(Cpu, "cpu")}  {Quantity.Memory(Memory)}{Share(Memory, "memory")}";

        private string Share(double used, string what) =>
            Allocatable is not null && Quantity.Read(ObjectFields.Text(Allocatable, what)) is > 0 and var all ? $"  {Math.Floor(used / all * 100)}%" : "";
    }
}
