using Legator.LocalCluster;

[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Kubernetes.LocalCluster))]

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>The embedded API, in this process.</summary>
public sealed class LocalCluster : ClusterFixture
{
    private readonly string folder = Directory.CreateTempSubdirectory("legator-cluster-").FullName;
    private LocalClusterHost? host;

    private protected override string Missing => "The embedded API did not start.";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private protected override async ValueTask<string?> StartAsync()
    {
        host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder, Port = 0 }, TestContext.Current.CancellationToken);
        return host.KubeconfigPath;
    }
}
