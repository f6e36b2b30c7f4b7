using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Resources.Schema;

namespace Legator.Web.Tests.Hosting;

/// <summary>As <see cref="StartedWeb"/>, over the real API server; on LocalCluster, and then unused, where there is none.</summary>
public sealed class StartedWebOnRealCluster : StartedWeb
{
    protected override async Task<string> KubeconfigAsync()
    {
        if (TestCluster.RealKubeconfig is not { } real)
        {
            return await base.KubeconfigAsync();
        }

        using var connection = new ClusterConnection(new ClusterOptions { Kubeconfig = real }, TimeProvider.System);
        using var client = new DynamicClient(connection);
        var kinds = (await client.ResolveAsync("customresourcedefinitions", CancellationToken.None))!;
        foreach (var crd in LegatorCrds.All)
        {
            try
            {
                await client.CreateAsync(kinds, null, (System.Text.Json.Nodes.JsonObject)crd.DeepClone(), CancellationToken.None);
            }
            catch (ClusterException exception) when (exception.IsAlreadyExists)
            {
                // Another project's tests made it on the same server.
            }
        }

        return real;
    }
}
