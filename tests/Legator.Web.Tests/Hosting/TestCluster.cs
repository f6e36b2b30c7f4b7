using Legator.LocalCluster;

namespace Legator.Web.Tests.Hosting;

/// <summary>The Kubernetes APIs that tests run against: LocalCluster, started once a process, and a real API server where LEGATOR_TEST_KUBECONFIG names one.</summary>
internal static class TestCluster
{
    private static readonly Lazy<Task<LocalClusterHost>> Started = new(StartAsync);

    public static string? RealKubeconfig => Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null;

    public static async Task<string> LocalKubeconfigAsync() => (await Started.Value).KubeconfigPath;

    private static async Task<LocalClusterHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-cluster-");
        return await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder.FullName }, CancellationToken.None);
    }
}
