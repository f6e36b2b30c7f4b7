using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Legator.LocalCluster.Tests.Protocol;

/// <summary>A cluster whose clock the test moves, so that history grows old at once.</summary>
internal sealed class RevisionHistory : IDisposable
{
    private readonly DirectoryInfo _data;
    private readonly LocalClusterHost _host;
    private readonly FakeTimeProvider _time;

    private RevisionHistory(DirectoryInfo data, LocalClusterHost host, FakeTimeProvider time)
    {
        _data = data;
        _host = host;
        _time = time;
        Api = new ApiServer(host.KubeconfigPath);
    }

    public ApiServer Api { get; }

    public static async Task<RevisionHistory> StartAsync()
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("legator-history");
        FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
        LocalClusterHost host = await LocalClusterHost.StartAsync(
            new LocalClusterOptions { DataDirectory = data.FullName }, TestContext.Current.CancellationToken, NullLoggerFactory.Instance, time);
        RevisionHistory history = new(data, host, time);
        await history.Api.PrepareAsync();
        return history;
    }

    /// <summary>Lets everything that was written so far grow older than history is kept.</summary>
    public async Task CompactAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        await Api.PostAsync(ApiServer.Probes, ApiServer.Probe(ApiServer.Unique("later")));
        for (int i = 0; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public void Dispose()
    {
        Api.Dispose();
        _host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _data.Delete(recursive: true);
    }
}
