using System.Globalization;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Servers.RedisServer))]

namespace Legator.Backends.Tests.Servers;

/// <summary>The Redis server of this machine, started for the first test that wants it.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly int port = ServerProcess.FreePort();
    private ServerProcess? server;

    /// <summary>True for a server that keeps what it was told over a crash: with an append-only file.</summary>
    public bool IsDurable { get; init; }

    public int Port => port;

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    private string Folder => Path.Combine(Path.GetTempPath(), $"legator-redis-{port}");

    private static string? Program => ServerProcess.Find("/usr/bin/redis-server", "/usr/local/bin/redis-server", "/usr/bin/valkey-server");

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }

        gate.Dispose();
    }

    public async Task StartAsync()
    {
        Assert.SkipWhen(Program is null, "Redis is not installed: apt-get install redis-server.");
        await gate.WaitAsync();
        try
        {
            if (server is null)
            {
                Directory.CreateDirectory(Folder);
                await LaunchAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets everything, as an operator with a slip of the hand would.</summary>
    public async Task FlushAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Connection + ",allowAdmin=true");
        await redis.GetServers()[0].FlushAllDatabasesAsync();
    }

    /// <summary>Kills the server and starts it again, empty.</summary>
    public async Task RestartEmptyAsync()
    {
        await KillAsync();
        await LaunchAsync();
    }

    /// <summary>Ends the server as a power cut would.</summary>
    public Task KillAsync() => server!.EndAsync("KILL");

    /// <summary>Starts a killed server on what it had written.</summary>
    public Task RestartAsync() => LaunchAsync();

    /// <summary>Sends a signal, e.g. <c>STOP</c>, <c>CONT</c>.</summary>
    public Task SignalAsync(string signal) => server!.SignalAsync(signal);

    private async Task LaunchAsync()
    {
        server = ServerProcess.Start(
            Program!, "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", Folder, "--save", "", "--appendonly", IsDurable ? "yes" : "no");
        await Eventually.IsTrueAsync("Redis answers", async () =>
        {
            try
            {
                await using var redis = await ConnectionMultiplexer.ConnectAsync(Connection);
                await redis.GetDatabase().PingAsync();
                return true;
            }
            catch (RedisException)
            {
                return false;
            }
        });
    }
}
