using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>The objects of a manifest, each resolved against the cluster.</summary>
/// <param name="Objects">The objects, in order.</param>
internal sealed record Manifest(IReadOnlyList<ManifestObject> Objects)
{
    private const int MaxObjects = 100;
    private const int MaxDepth = 5;

    /// <exception cref="ToolInputException">It cannot be read, or one of its objects belongs nowhere.</exception>
    public static async Task<Manifest> ReadAsync(string text, string? inNamespace, KubernetesResolver resolver, RunScope scope, CancellationToken cancellationToken)
    {
        var bodies = new List<JsonObject>();
        foreach (var document in ManifestText.Read(text, "manifest"))
        {
            Flatten(document, bodies, 0);
        }

        Require(bodies.Count is > 0 and <= MaxObjects, bodies.Count == 0 ? "it holds no object" : $"it holds more than {MaxObjects} objects");
        var objects = new List<ManifestObject>();
        foreach (var body in bodies)
        {
            objects.Add(await ResolveAsync(body, inNamespace, resolver, scope, cancellationToken));
        }

        return new Manifest(objects);
    }

    /// <summary>What the tool would do to each of the objects.</summary>
    /// <exception cref="ToolInputException">Nobody can say.</exception>
    public IReadOnlyList<ProposedAction> Classify(string tool, bool force, RunScope scope)
    {
        var list = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. Objects.Select(o => (JsonNode)o.Body.DeepClone())]) };
        var arguments = new JsonObject { ["manifest"] = list, ["serverSide"] = true, ["forceConflicts"] = force ? true : null };
        return KubernetesActions.Of(tool, arguments, [.. Objects.Select(o => o.Target.Kind)], scope);
    }

    private static void Flatten(JsonNode? node, List<JsonObject> bodies, int depth)
    {
        Require(depth < MaxDepth, "lists stand in lists");
        var items = node is JsonArray array ? array
            : node is JsonObject map && ObjectFields.Text(map, "kind").EndsWith("List", StringComparison.Ordinal) && map["items"] is JsonArray listed ? listed
            : null;
        if (items is not null)
        {
            foreach (var item in items)
            {
                Flatten(item, bodies, depth + 1);
            }

            return;
        }

        Require(node is JsonObject, "it holds something that is no object");
        bodies.Add((JsonObject)node!.DeepClone());
    }

    private static async Task<ManifestObject> ResolveAsync(JsonObject body, string? inNamespace, KubernetesResolver resolver, RunScope scope, CancellationToken cancellationToken)
    {
        var (apiVersion, kind, name) = (ObjectFields.Text(body, "apiVersion"), ObjectFields.Text(body, "kind"), ObjectFields.Text(body, "metadata", "name"));
        Require(apiVersion.Length > 0 && kind.Length > 0 && name.Length > 0, "each object needs apiVersion, kind and metadata.name");
        var own = ObjectFields.Text(body, "metadata", "namespace");
        Require(own.Length == 0 || inNamespace is null || own == inNamespace, $"{kind} {name} says namespace {own}, and the call says {inNamespace}");
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        var (group, version) = slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
        var target = await resolver.ResolveOneAsync(group.Length == 0 ? kind : $"{kind}.{group}", name, own.Length > 0 ? own : inNamespace, scope, cancellationToken);
        Require(target.Kind.Group == group && target.Kind.Kind == kind, $"the cluster serves no {kind} in {apiVersion}");
        var metadata = (JsonObject)body["metadata"]!;
        metadata.Remove("managedFields");
        metadata.Remove("namespace");
        if (target.Namespace is not null)
        {
            metadata["namespace"] = target.Namespace;
        }

        return new ManifestObject(target with { Resource = target.Resource with { Version = version } }, body);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"The manifest does not fit: {problem}.", "Write objects with apiVersion, kind and metadata.name that the cluster serves.");
        }
    }
}
