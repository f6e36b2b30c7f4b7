using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Legator.Backends.Tests.Servers;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>The protocol's own server with one tool of everything, over HTTP in its newer and its older form.</summary>
public sealed class EverythingServer : IAsyncLifetime
{
    private readonly List<Process> _processes = [];

    /// <summary>Program of the server.</summary>
    public static string Program => NpmPackages.File(NpmPackages.Everything, "dist/index.js");

    public string Streamable { get; private set; } = "";

    public string Sse { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Streamable = $"http://127.0.0.1:{await StartAsync("streamableHttp")}/mcp";
        Sse = $"http://127.0.0.1:{await StartAsync("sse")}/sse";
    }

    public ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<int> StartAsync(string transport)
    {
        var port = ServerProcess.FreePort();
        var start = new ProcessStartInfo("node", [Program, transport]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
        await Eventually.IsTrueAsync($"the {transport} server listens", async () =>
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync("127.0.0.1", port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
        return port;
    }
}
