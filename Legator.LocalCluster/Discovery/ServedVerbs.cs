using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Discovery;

/// <summary>What can be done with each resource and its subresources, as discovery tells it.</summary>
internal static class ServedVerbs
{
    private static readonly string[] _all = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
    private static readonly string[] _custom = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    private static readonly string[] _changing = ["get", "patch", "update"];

    private static ServedSubresource Scale => new("scale", "autoscaling", "v1", "Scale", _changing);

    public static string[] Of(ResourceKind kind) => kind.CreateOnly ? ["create"] : kind.Custom is null ? _all : _custom;

    /// <summary>Name, group, version and kind of what each subresource takes, with its verbs. Group and version are empty where they are the resource's own.</summary>
    public static IEnumerable<ServedSubresource> SubresourcesOf(ResourceKind kind)
    {
        if (kind.Collection == "namespaces")
        {
            yield return new ServedSubresource("finalize", "", "", kind.Kind, ["update"]);
        }

        // Real servers list them in this order, which differs between built-in and custom kinds.
        bool scaleLast = kind.Custom is not null;
        if (kind.Scale is not null && !scaleLast)
        {
            yield return Scale;
        }

        if (kind.HasStatus)
        {
            yield return new ServedSubresource("status", "", "", kind.Kind, _changing);
        }

        if (kind.Scale is not null && scaleLast)
        {
            yield return Scale;
        }

        if (kind.Collection == "pods")
        {
            yield return new ServedSubresource("eviction", "policy", "v1", "Eviction", ["create"]);
            yield return new ServedSubresource("log", "", "", kind.Kind, ["get"]);
        }

        if (kind.Collection == "serviceaccounts")
        {
            yield return new ServedSubresource("token", "authentication.k8s.io", "v1", "TokenRequest", ["create"]);
        }
    }
}
