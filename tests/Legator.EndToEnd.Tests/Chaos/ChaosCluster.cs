using System.Globalization;
using Legator.Backends.Tests.Servers;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The Kubernetes API under the chaos: LocalCluster as a process of its own, or a real API server, which is shared and so cannot be killed.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-chaos-cluster-").FullName;
    private readonly int _port = ServerProcess.FreePort();
    private RunningProcess? _process;

    private ChaosCluster(string? real) => Kubeconfig = real ?? Path.Combine(_folder, "kubeconfig");

    /// <summary>The way past all faults.</summary>
    public string Kubeconfig { get; }

    public bool IsOwn => _process is not null;

    public int Port => new Uri(Server()).Port;

    public static async Task<ChaosCluster> StartAsync(string? real)
    {
        var cluster = new ChaosCluster(real);
        if (real is null)
        {
            await cluster.LaunchAsync();
        }

        return cluster;
    }

    public Task KillAsync() => _process!.KillAsync();

    public Task PauseAsync() => _process!.SignalAsync("STOP");

    public Task GoOnAsync() => _process!.SignalAsync("CONT");

    /// <summary>Starts it on what is there of an earlier life.</summary>
    public async Task LaunchAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        var process = RunningProcess.Start(ProductBuild.Program("Legator.LocalCluster"), ["--data-dir", _folder, "--port", _port.ToString(CultureInfo.InvariantCulture)]);
        _process = process;
        await Eventually.IsTrueAsync($"LocalCluster listens: {process.Output}", () => process.Output.Contains("listening on", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
    }

    /// <summary>A kubeconfig that leads through a proxy.</summary>
    public string Through(TcpFaultProxy proxy, string name)
    {
        var file = Path.Combine(_folder, name + ".kubeconfig");
        File.WriteAllText(file, File.ReadAllText(Kubeconfig).Replace(Server(), string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{proxy.Port}"), StringComparison.Ordinal));
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Server() => File.ReadAllText(Kubeconfig).Split('"', '\n', ' ', '}', ',').First(part => part.StartsWith("https://", StringComparison.Ordinal)).TrimEnd('/');
}
