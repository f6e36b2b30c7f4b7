using Legator.LocalCluster;

namespace Legator.Operator.Tests.Clusters;

/// <summary>A LocalCluster that forgets its history after a second, and a line to it that can be cut.</summary>
public sealed class ShortMemoryCluster : TestCluster
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legator-cluster-");
    private LocalClusterHost? host;
    private CuttableProxy? line;

    protected override string Missing => "LocalCluster did not start.";

    /// <summary>A kubeconfig that goes through the line.</summary>
    internal string Far => Path.Combine(folder.FullName, "far.kubeconfig");

    internal CuttableProxy Line => line!;

    protected override async Task<string?> StartAsync()
    {
        host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = folder.FullName, History = TimeSpan.FromSeconds(1) }, default);
        line = new CuttableProxy(host.BaseAddress.Port);
        var near = await File.ReadAllTextAsync(host.KubeconfigPath);
        await File.WriteAllTextAsync(Far, near.Replace($":{host.BaseAddress.Port}", $":{line.Port}", StringComparison.Ordinal));
        return host.KubeconfigPath;
    }

    protected override async Task StopAsync()
    {
        await (line?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Delete(recursive: true);
    }
}
