using Legator.LocalCluster;
using Legator.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Legator.Web.Tests.Hosting;

/// <summary>The Kubernetes APIs that tests run against: LocalCluster, started once a process, and a real API server where LEGATOR_TEST_KUBECONFIG names one.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private static readonly Lazy<DirectoryInfo> Folder = new(() => Directory.CreateTempSubdirectory("legator-cluster-"));

    private static readonly Lazy<Task<LocalClusterHost>> Started = new(() =>
        LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = Folder.Value.FullName }, CancellationToken.None));

    public static string? RealKubeconfig => Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null;

    public static async Task<string> LocalKubeconfigAsync() => (await Started.Value).KubeconfigPath;

    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            await (await Started.Value).DisposeAsync();
            Folder.Value.Delete(recursive: true);
        }
    }
}
