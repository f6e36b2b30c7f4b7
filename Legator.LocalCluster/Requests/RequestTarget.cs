namespace Legator.LocalCluster.Requests;

/// <summary>What a path under /api or /apis names.</summary>
/// <param name="Group">API group; empty for core.</param>
/// <param name="Version">API version.</param>
/// <param name="Namespace">Empty for cluster-scoped paths and for all namespaces.</param>
/// <param name="Plural">The resource; empty when the path names only a group version.</param>
/// <param name="Name">Empty for the collection.</param>
/// <param name="Subresource">Such as "status"; empty for the object itself.</param>
internal sealed record RequestTarget(string Group, string Version, string Namespace, string Plural, string Name, string Subresource)
{
    public bool IsResource => Plural.Length > 0;

    /// <summary>Reads a path; null when it is no resource path.</summary>
    public static RequestTarget? Parse(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int at;
        string group;
        if (parts.Length >= 2 && parts[0] == "api")
        {
            group = "";
            at = 1;
        }
        else if (parts.Length >= 3 && parts[0] == "apis")
        {
            group = parts[1];
            at = 2;
        }
        else
        {
            return null;
        }

        string version = parts[at];
        return Resource(group, version, parts.AsSpan(at + 1));
    }

    private static RequestTarget Resource(string group, string version, ReadOnlySpan<string> rest)
    {
        string ns = "";
        // "namespaces/x" is the object x; "namespaces/x/pods" is what x holds, except for the namespace's own subresources.
        if (rest.Length >= 3 && rest[0] == "namespaces" && !(rest.Length == 3 && group.Length == 0 && (rest[2] is "status" or "finalize")))
        {
            ns = rest[1];
            rest = rest[2..];
        }

        return new RequestTarget(
            group,
            version,
            ns,
            rest.Length > 0 ? rest[0] : "",
            rest.Length > 1 ? rest[1] : "",
            rest.Length > 2 ? string.Join('/', rest[2..]) : "");
    }
}
