using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Legator.Benchmarks.Journals;

/// <summary>A PostgreSQL of its own with Debian's settings (what it committed is on the disk), on loopback; or the one that was named.</summary>
internal sealed class BenchmarkPostgres : IAsyncDisposable
{
    private readonly DirectoryInfo? folder;
    private readonly Process? server;

    private BenchmarkPostgres(string connection, DirectoryInfo? folder, Process? server)
    {
        Connection = connection;
        this.folder = folder;
        this.server = server;
    }

    /// <summary>Connection string of an empty database.</summary>
    public string Connection { get; }

    public static async Task<BenchmarkPostgres> StartAsync(string? connection)
    {
        if (connection is not null)
        {
            return new BenchmarkPostgres(connection, null, null);
        }

        var folder = Directory.CreateTempSubdirectory("legator-bench-pg-");
        var data = Path.Combine(folder.FullName, "data");
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("/bin/chown", "postgres:postgres", folder.FullName);
        }

        await RunAsync(Program("initdb", out var prefix), [.. prefix, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]);
        var server = Start(Program("postgres", out prefix), [.. prefix, "-D", data, "-p", port, "-h", "127.0.0.1", "-k", folder.FullName]);
        while (!await AnswersAsync(port, folder.FullName))
        {
            await Task.Delay(100);
        }

        return new BenchmarkPostgres($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=20", folder, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await RunAsync("/bin/kill", "-QUIT", server.Id.ToString(CultureInfo.InvariantCulture));
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder?.Delete(recursive: true);
    }

    private static async Task<bool> AnswersAsync(string port, string socket)
    {
        using var asked = Start(Program("pg_isready", out var prefix), [.. prefix, "-q", "-h", socket, "-p", port]);
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root.
    private static string Program(string name, out string[] prefix)
    {
        var path = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Last(File.Exists);
        prefix = Environment.IsPrivilegedProcess ? ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--", path] : [];
        return Environment.IsPrivilegedProcess ? "/usr/bin/setpriv" : path;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
