using Legator.LocalCluster;
using Legator.Operator.Tests.Clusters;

[assembly: AssemblyFixture(typeof(EmbeddedCluster))]

namespace Legator.Operator.Tests.Clusters;

/// <summary>A LocalCluster in this process.</summary>
public sealed class EmbeddedCluster : TestCluster
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-cluster-");
    private LocalClusterHost? host;

    protected override string Missing => "LocalCluster did not start.";

    protected override async Task<string?> StartAsync()
    {
        host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder.FullName }, default);
        return host.KubeconfigPath;
    }

    protected override async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
