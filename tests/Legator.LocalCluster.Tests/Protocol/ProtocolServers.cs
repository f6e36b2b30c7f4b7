namespace Legator.LocalCluster.Tests.Protocol;

/// <summary>The servers that every protocol test runs against: LocalCluster always, a real API server where one is named.</summary>
public sealed class ProtocolServers : IAsyncLifetime
{
    public const string Local = "LocalCluster";
    public const string Real = "real API server";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("legator-protocol");
    private readonly Dictionary<string, ApiServer> _servers = [];

    internal LocalClusterHost? Host { get; private set; }

    public static TheoryData<string> All => [Local, Real];

    internal ApiServer On(string server)
    {
        Assert.SkipWhen(!_servers.ContainsKey(server), "No real API server: set LEGATOR_TEST_KUBECONFIG.");
        return _servers[server];
    }

    public async ValueTask InitializeAsync()
    {
        Host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _data.FullName }, TestContext.Current.CancellationToken);
        await AddAsync(Local, Host.KubeconfigPath);
        if (Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } real)
        {
            await AddAsync(Real, real);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ApiServer server in _servers.Values)
        {
            server.Dispose();
        }

        await Host!.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task AddAsync(string name, string kubeconfig)
    {
        ApiServer server = new(kubeconfig);
        _servers[name] = server;
        await server.PrepareAsync();
    }
}
