using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Schema;

namespace Legator.Operator.Tests.Clusters;

/// <summary>A Kubernetes API with the eight kinds and one scripted tier. Tests share it; each works in a namespace of its own.</summary>
public abstract class TestCluster : IAsyncLifetime
{
    private static int namespaces;
    private ClusterConnection? connection;

    /// <summary>Path of an admin kubeconfig; null where this API is not at hand.</summary>
    public string? Kubeconfig { get; private set; }

    protected abstract string Missing { get; }

    public async ValueTask InitializeAsync()
    {
        Kubeconfig = await StartAsync();
        if (Kubeconfig is null)
        {
            return;
        }

        connection = new ClusterConnection(new ClusterOptions { Kubeconfig = Kubeconfig }, TimeProvider.System);
        foreach (var crd in LegatorCrds.All)
        {
            await IgnoreExistingAsync(() => Client<CustomResourceDefinition>().CreateAsync(
                System.Text.Json.JsonSerializer.Deserialize<CustomResourceDefinition>(crd.ToJsonString(), LegatorJson.Options)!, default));
        }

        await Eventually.IsTrueAsync("the kinds are served", async () => await TierAsync());
    }

    public async ValueTask DisposeAsync()
    {
        connection?.Dispose();
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    internal ResourceClient<T> Client<T>()
        where T : class, Core.Resources.IResource => new(connection!);

    /// <summary>A new namespace with a skill and an environment; leaves the test out where the API is not at hand.</summary>
    internal async Task<string> NamespaceAsync()
    {
        Assert.SkipWhen(Kubeconfig is null, Missing);
        var name = $"op-{Environment.ProcessId}-{Interlocked.Increment(ref namespaces)}";
        await Client<Namespace>().CreateAsync(new Namespace { Metadata = new Core.Resources.ObjectMeta { Name = name } }, default);
        await Client<ConfigMap>().CreateAsync(Samples.Skill(name), default);
        await Client<Core.Resources.Environments.LegatorEnvironment>().CreateAsync(Samples.Environment(name), default);
        return name;
    }

    protected abstract Task<string?> StartAsync();

    protected virtual Task StopAsync() => Task.CompletedTask;

    private async Task<bool> TierAsync()
    {
        try
        {
            await IgnoreExistingAsync(() => Client<ModelTierConfig>().CreateAsync(Samples.Tiers(), default));
            return (await Client<ModelTierConfig>().ListAsync(null, null, default)).Items.Count > 0;
        }
        catch (ClusterException)
        {
            return false;
        }
    }

    private static async Task IgnoreExistingAsync(Func<Task> create)
    {
        try
        {
            await create();
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            // Another run of the tests made it.
        }
    }
}
