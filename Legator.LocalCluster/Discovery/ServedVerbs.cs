using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Discovery;

/// <summary>What can be done with each resource and its subresources, as discovery tells it.</summary>
internal static class ServedVerbs
{
    private static readonly string[] _all = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
    private static readonly string[] _changing = ["get", "patch", "update"];

    public static string[] Of(ResourceKind kind) => kind.CreateOnly ? ["create"] : _all;

    /// <summary>Name, group, version and kind of what each subresource takes, with its verbs. Group and version are empty where they are the resource's own.</summary>
    public static IEnumerable<ServedSubresource> SubresourcesOf(ResourceKind kind)
    {
        if (kind.Collection == "namespaces")
        {
            yield return new ServedSubresource("finalize", "", "", kind.Kind, ["update"]);
        }

        if (kind.Scale is not null)
        {
            yield return new ServedSubresource("scale", "autoscaling", "v1", "Scale", _changing);
        }

        if (kind.HasStatus)
        {
            yield return new ServedSubresource("status", "", "", kind.Kind, _changing);
        }

        if (kind.Collection == "pods")
        {
            yield return new ServedSubresource("log", "", "", kind.Kind, ["get"]);
        }

        if (kind.Collection == "serviceaccounts")
        {
            yield return new ServedSubresource("token", "authentication.k8s.io", "v1", "TokenRequest", ["create"]);
        }
    }
}
