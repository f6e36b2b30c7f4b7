using Legator.LocalCluster;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>A LocalCluster in this process.</summary>
public sealed class EmbeddedCluster : ScenarioCluster
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-cluster-");
    private LocalClusterHost? _host;

    protected override async Task<string?> StartAsync()
    {
        _host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _folder.FullName }, default);
        return _host.KubeconfigPath;
    }

    protected override async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
