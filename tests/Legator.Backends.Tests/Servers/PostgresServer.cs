using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Servers.PostgresServer))]

namespace Legator.Backends.Tests.Servers;

/// <summary>The PostgreSQL server of this machine, started for the first test that wants it. Classes that use it stand in one collection, because one of them crashes it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly int port = ServerProcess.FreePort();
    private ServerProcess? server;
    private int databases;

    private string Folder => Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"legator-pg-{port}"));

    private static string? Programs => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            // Nothing of it is kept, so it need not wait for what is still open.
            await server.EndAsync("QUIT");
            await server.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }

        gate.Dispose();
    }

    /// <summary>Connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await EnsureStartedAsync();
        var name = $"t{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        await ExecuteAsync(Connection("postgres") + ";Pooling=false", $"CREATE DATABASE {name}");
        return Connection(name);
    }

    public int Port => port;

    /// <summary>Ends the server as a crash would (no checkpoint, all connections broken), and starts it again.</summary>
    public async Task CrashAndRestartAsync()
    {
        await CrashAsync();
        await RestartAsync();
    }

    /// <summary>Ends the server as a crash would: no checkpoint, all connections broken.</summary>
    public Task CrashAsync() => server!.EndAsync("QUIT");

    /// <summary>Starts a crashed server on what it had written.</summary>
    public Task RestartAsync() => StartAsync();

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sends the server and all that it started a signal, e.g. <c>STOP</c> and <c>CONT</c>.</summary>
    public Task SignalAsync(string signal) => server!.SignalFamilyAsync(signal);

    private string Connection(string database) =>
        $"Host=127.0.0.1;Port={port};Username={User};Database={database};Maximum Pool Size=20";

    private async Task EnsureStartedAsync()
    {
        Assert.SkipWhen(Programs is null, "PostgreSQL is not installed: apt-get install postgresql.");
        await gate.WaitAsync();
        try
        {
            if (server is null)
            {
                Directory.CreateDirectory(Folder);
                await AsOwnerAsync("chown");
                await RunAsync("initdb", "-D", Path.Combine(Folder, "data"), "-U", User, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
                await AskPasswordsAsync();
                await StartAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task StartAsync()
    {
        server = ServerProcess.Start(
            Unprivileged("postgres", out var prefix),
            // Without waiting for the disk (-F): a crash of the server loses nothing by it, and a busy disk does not keep it from starting.
            [.. prefix, "-F", "-D", Path.Combine(Folder, "data"), "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", Folder]);
        await Eventually.IsTrueAsync("PostgreSQL answers", async () =>
        {
            try
            {
                await ExecuteAsync(Connection("postgres") + ";Pooling=false", "SELECT 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }, TimeSpan.FromMinutes(2));
    }

    /// <summary>Whoever is made a member of the role <c>passworded</c> has to know a password; everybody else is let in.</summary>
    private async Task AskPasswordsAsync()
    {
        var rules = Path.Combine(Folder, "data", "pg_hba.conf");
        await File.WriteAllTextAsync(rules, $"host all +passworded 127.0.0.1/32 scram-sha-256\n{await File.ReadAllTextAsync(rules)}");
    }

    private Task AsOwnerAsync(string program) => Environment.IsPrivilegedProcess
        ? ServerProcess.RunAsync("/bin/" + program, $"{User}:{User}", Folder)
        : Task.CompletedTask;

    private static Task RunAsync(string program, params IEnumerable<string> arguments) =>
        ServerProcess.RunAsync(Unprivileged(program, out var prefix), [.. prefix, .. arguments]);

    // PostgreSQL refuses to run as root.
    private static string Unprivileged(string program, out string[] prefix)
    {
        var path = Path.Combine(Programs!, program);
        prefix = Environment.IsPrivilegedProcess ? ["--reuid", User, "--regid", User, "--clear-groups", "--", path] : [];
        return Environment.IsPrivilegedProcess ? "/usr/bin/setpriv" : path;
    }
}
