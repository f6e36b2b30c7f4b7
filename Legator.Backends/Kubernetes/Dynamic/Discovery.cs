namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>Asks the cluster what it serves; keeps the answer, and asks again when a name is not in it.</summary>
internal sealed class Discovery(ClusterConnection connection) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private ResourceCatalog? catalog;
    private long loadedAt;

    public async Task<ApiResourceInfo?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var known = await LoadAsync(Lifetime, cancellationToken);
        // The name may be of a kind that came after: a miss asks again, though not at every miss.
        return known.Find(name) ?? (await LoadAsync(ShortestInterval, cancellationToken)).Find(name);
    }

    public async Task<IReadOnlyList<ApiResourceInfo>> AllAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(Lifetime, cancellationToken)).Resources;

    public void Dispose() => gate.Dispose();

    private async Task<ResourceCatalog> LoadAsync(TimeSpan oldest, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (catalog is null || connection.Time.GetElapsedTime(loadedAt) > oldest)
            {
                catalog = await AskAsync(cancellationToken);
                loadedAt = connection.Time.GetTimestamp();
            }

            return catalog;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ResourceCatalog> AskAsync(CancellationToken cancellationToken)
    {
        var core = GroupAsync("", "v1", cancellationToken);
        var groups = DiscoveryReader.Groups(await connection.SendAsync(HttpMethod.Get, "apis", null, ClusterCall.Default, cancellationToken));
        var named = await Task.WhenAll(groups.Select(group => OptionalGroupAsync(group.Group, group.Version, cancellationToken)));
        return new ResourceCatalog([.. await core, .. named.SelectMany(resources => resources)]);
    }

    private async Task<IReadOnlyList<ApiResourceInfo>> GroupAsync(string group, string version, CancellationToken cancellationToken)
    {
        var path = group.Length == 0 ? $"api/{version}" : $"apis/{group}/{version}";
        return DiscoveryReader.Resources(group, version, await connection.SendAsync(HttpMethod.Get, path, null, ClusterCall.Default, cancellationToken));
    }

    // An aggregated API whose server is down must not hide all other kinds.
    private async Task<IReadOnlyList<ApiResourceInfo>> OptionalGroupAsync(string group, string version, CancellationToken cancellationToken)
    {
        try
        {
            return await GroupAsync(group, version, cancellationToken);
        }
        catch (ClusterException e) when (e.Code != 0)
        {
            return [];
        }
    }
}
