using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Legator.Benchmarks.Queues;

/// <summary>A Redis server of this machine with its append-only file on, as a queue that should outlive a restart is run.</summary>
internal sealed class RedisUnderTest : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private RedisUnderTest(Process process, DirectoryInfo folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},allowAdmin=true");

    public static async Task<RedisUnderTest> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-queue-bench");
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(
            "redis-server",
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.FullName, "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--loglevel", "warning"]) { RedirectStandardOutput = true })!;
        var limit = Stopwatch.StartNew();
        while (!await AnswersAsync(port))
        {
            if (process.HasExited || limit.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException("redis-server did not start: apt-get install redis-server.");
            }
        }

        return new RedisUnderTest(process, folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(20);
            return false;
        }
    }
}
