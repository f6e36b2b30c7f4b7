using System.Globalization;
using MySqlConnector;

[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Servers.MariaDbServer))]

namespace Legator.Backends.Tests.Servers;

/// <summary>The MariaDB server of this machine, started when a test first connects.</summary>
public sealed class MariaDbServer : IAsyncDisposable
{
    private const string User = "mysql";

    private readonly string folder = Directory.CreateTempSubdirectory("legator-mariadb-").FullName;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly int port = ServerProcess.FreePort();
    private ServerProcess? server;

    private string Connection => string.Create(
        CultureInfo.InvariantCulture, $"Server=127.0.0.1;Port={port};User ID=root;AllowUserVariables=true;Pooling=false;DefaultCommandTimeout=20");

    private static string? Program => ServerProcess.Find("/usr/sbin/mariadbd", "/usr/libexec/mariadbd");

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.EndAsync("KILL");
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        gate.Dispose();
    }

    /// <summary>A new connection, without a database.</summary>
    public async Task<MySqlConnection> ConnectAsync()
    {
        await EnsureStartedAsync();
        var connection = new MySqlConnection(Connection);
        await connection.OpenAsync();
        return connection;
    }

    private async Task EnsureStartedAsync()
    {
        Assert.SkipWhen(Program is null, "MariaDB is not installed: apt-get install mariadb-server.");
        await gate.WaitAsync();
        try
        {
            if (server is null)
            {
                Directory.CreateDirectory(Path.Combine(folder, "files"));
                await OwnAsync();
                await RunAsync("/usr/bin/mariadb-install-db", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-log-bin");
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
        var program = Unprivileged(Program!, out var prefix);
        server = ServerProcess.Start(program, [
            .. prefix, .. Options, $"--port={port.ToString(CultureInfo.InvariantCulture)}", "--bind-address=127.0.0.1", $"--socket={folder}/s", $"--secure-file-priv={folder}/files",
            "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--skip-networking=0", "--skip-name-resolve"]);
        await Eventually.IsTrueAsync("MariaDB answers", async () =>
        {
            try
            {
                await using var connection = new MySqlConnection(Connection);
                await connection.OpenAsync();
                return true;
            }
            catch (MySqlException)
            {
                return false;
            }
        });
    }

    // A server that starts removes what it takes for its own of before from the temporary folder: each has one of its own.
    private string[] Options => ["--no-defaults", $"--datadir={folder}/data", $"--tmpdir={folder}"];

    private Task OwnAsync() => Environment.IsPrivilegedProcess
        ? ServerProcess.RunAsync("/bin/chown", "-R", $"{User}:{User}", folder)
        : Task.CompletedTask;

    private Task RunAsync(string program, params IEnumerable<string> arguments) =>
        ServerProcess.RunAsync(Unprivileged(program, out var prefix), [.. prefix, .. Options, .. arguments]);

    // MariaDB refuses to run as root.
    private static string Unprivileged(string program, out string[] prefix)
    {
        prefix = Environment.IsPrivilegedProcess ? ["--reuid", User, "--regid", User, "--clear-groups", "--", program] : [];
        return Environment.IsPrivilegedProcess ? "/usr/bin/setpriv" : program;
    }
}
