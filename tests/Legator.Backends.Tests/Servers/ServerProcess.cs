using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Legator.Backends.Tests.Servers;

/// <summary>A real server that a test started: on loopback, in a folder of its own, stopped by its own id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int FirstPort = 20_000;
    private const int Ports = 12_000;
    private static int ports;

    private readonly Process process;

    private ServerProcess(Process process)
    {
        this.process = process;
        // Somebody must read what the server says, or it would wait for ever to say it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A port that nobody listens on: outside the range from which the system gives ports to outgoing connections, and never twice to the same process, so that it is still free when its server comes up.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + ((Environment.ProcessId * 53) + Interlocked.Increment(ref ports)) % Ports;
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    /// <summary>First existing path; null when none exists.</summary>
    public static string? Find(params IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);

    public static ServerProcess Start(string program, params IEnumerable<string> arguments) =>
        new(Process.Start(Quiet(program, arguments))!);

    public static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} failed: {await errors}");
    }

    /// <summary>Sends a signal, e.g. <c>STOP</c>, <c>CONT</c>, <c>KILL</c>.</summary>
    public Task SignalAsync(string signal) => RunAsync("/bin/kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends a signal to the server and to everything that it started.</summary>
    public async Task SignalFamilyAsync(string signal)
    {
        using var list = Process.Start(new ProcessStartInfo("/bin/ps", ["-eo", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        var parents = (await list.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => (Id: int.Parse(pair[0], CultureInfo.InvariantCulture), Parent: int.Parse(pair[1], CultureInfo.InvariantCulture)))
            .ToLookup(pair => pair.Parent, pair => pair.Id);
        List<int> family = [process.Id];
        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(parents[family[i]]);
        }

        foreach (var id in family)
        {
            // One of them may be gone by now.
            using var kill = Process.Start(Quiet("/bin/kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]))!;
            await kill.WaitForExitAsync();
        }
    }

    /// <summary>Ends the server by a signal and waits until it is gone.</summary>
    public async Task EndAsync(string signal)
    {
        if (!process.HasExited)
        {
            await SignalAsync(signal);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync("INT");
        process.Dispose();
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            using var datagrams = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
