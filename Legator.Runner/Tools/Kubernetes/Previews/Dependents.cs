using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes.Previews;

/// <summary>Finds what an object owns, and what that owns in turn, among the kinds that workloads are made of; as far as the agent may look.</summary>
internal static class Dependents
{
    private const int MostOfAKind = 500;
    private static readonly string[] Kinds = ["replicasets.apps", "jobs.batch", "pods"];

    public static async Task<IReadOnlyList<string>> OfAsync(KubernetesObject target, JsonObject owner, CancellationToken cancellationToken)
    {
        var (owners, found) = (new HashSet<string>(StringComparer.Ordinal) { ObjectFields.Text(owner, "metadata", "uid") }, new List<string>());
        foreach (var kind in target.Namespace is null ? [] : Kinds)
        {
            foreach (var item in await ListAsync(target, kind, cancellationToken))
            {
                if (ObjectFields.At(item, "metadata", "ownerReferences") is JsonArray references && references.Any(r => owners.Contains(ObjectFields.Text(r, "uid"))))
                {
                    owners.Add(ObjectFields.Text(item, "metadata", "uid"));
                    found.Add($"{kind.Split('.')[0]}/{ObjectFields.Text(item, "metadata", "name")}");
                }
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<JsonObject>> ListAsync(KubernetesObject target, string kind, CancellationToken cancellationToken)
    {
        try
        {
            return await target.Client.ResolveAsync(kind, cancellationToken) is { } resource
                ? (await target.Client.ListAsync(resource, target.Namespace, new ListQuery { Limit = MostOfAKind }, cancellationToken, target.Call)).Items
                : [];
        }
        catch (ClusterException)
        {
            // The agent may not look at these.
            return [];
        }
    }
}
