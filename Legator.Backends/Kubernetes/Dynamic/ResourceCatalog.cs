namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>All kinds that the cluster serves, found by any of the names that people use.</summary>
internal sealed class ResourceCatalog(IReadOnlyList<ApiResourceInfo> resources)
{
    public IReadOnlyList<ApiResourceInfo> Resources => resources;

    /// <summary>Resolves <c>deploy</c>, <c>deployment</c>, <c>deployments.apps</c>, <c>deployments.v1.apps</c>, <c>Deployment</c>; the first group in the server's order wins, as in kubectl.</summary>
    public ApiResourceInfo? Find(string name)
    {
        var wanted = name.Trim();
        var dot = wanted.IndexOf('.', StringComparison.Ordinal);
        var resource = dot < 0 ? wanted : wanted[..dot];
        var qualifier = dot < 0 ? "" : wanted[(dot + 1)..];
        return resources.FirstOrDefault(info => Matches(info, resource) && InGroup(info, qualifier));
    }

    private static bool InGroup(ApiResourceInfo info, string qualifier) =>
        qualifier.Length == 0
        || Same(info.Group, qualifier)
        || Same($"{info.Version}.{info.Group}".TrimEnd('.'), qualifier)
        || (info.Group.StartsWith(qualifier + ".", StringComparison.OrdinalIgnoreCase) && info.Group.Length > 0);

    private static bool Matches(ApiResourceInfo info, string resource) =>
        Same(info.Plural, resource)
        || Same(info.Singular, resource)
        || Same(info.Kind, resource)
        || info.ShortNames.Any(shortName => Same(shortName, resource));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
