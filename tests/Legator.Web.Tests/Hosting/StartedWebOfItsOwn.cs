using Legator.LocalCluster;

namespace Legator.Web.Tests.Hosting;

/// <summary>As <see cref="StartedWeb"/>, over a cluster that no other class of tests uses: what counts for all namespaces, such as a UserPolicy, disturbs nobody there.</summary>
public sealed class StartedWebOfItsOwn : StartedWeb
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-own-");
    private LocalClusterHost? host;

    /// <summary>Path of an admin's kubeconfig.</summary>
    public string AdminKubeconfig => host!.KubeconfigPath;

    protected override async Task<string> KubeconfigAsync()
    {
        host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder.FullName }, CancellationToken.None);
        return host.KubeconfigPath;
    }

    /// <summary>Takes the cluster away while the web goes on.</summary>
    public async Task StopClusterAsync()
    {
        await host!.DisposeAsync();
        host = null;
    }

    protected override async ValueTask StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
