using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Legator.Backends.Tests.Servers;

namespace Legator.Runner.Tests.Tools.Sql;

/// <summary>PostgreSQL and MariaDB of their own, with a certificate for "localhost" from an authority that the test made.</summary>
public sealed class TlsDatabases : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-tls-").FullName;
    private readonly List<ServerProcess> _servers = [];

    public int PostgresPort { get; } = ServerProcess.FreePort();

    public int MariaDbPort { get; } = ServerProcess.FreePort();

    /// <summary>The authority that both servers' certificates come from.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>An authority that has nothing to do with them.</summary>
    public string OtherAuthority { get; private set; } = "";

    private static string? Postgres => Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(v => Path.Combine(v, "bin")).LastOrDefault() : null;

    private static string? MariaDb => ServerProcess.Find("/usr/sbin/mariadbd", "/usr/libexec/mariadbd");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Postgres is null || MariaDb is null, "PostgreSQL or MariaDB is not installed: apt-get install postgresql mariadb-server.");
        MakeCertificates();
        await ServerProcess.RunAsync("/bin/chmod", "600", At("server.key"));
        foreach (var (user, name) in new[] { ("postgres", "pg"), ("mysql", "my") })
        {
            Directory.CreateDirectory(At(name));
            File.Copy(At("server.crt"), At($"{name}/server.crt"));
            File.Copy(At("server.key"), At($"{name}/server.key"));
            if (Environment.IsPrivilegedProcess)
            {
                await ServerProcess.RunAsync("/bin/chown", "-R", $"{user}:{user}", At(name));
                await ServerProcess.RunAsync("/bin/chmod", "711", _folder);
            }
        }

        await Task.WhenAll(StartPostgresAsync(), StartMariaDbAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.EndAsync("KILL");
            await server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartPostgresAsync()
    {
        var initdb = As("postgres", Path.Combine(Postgres!, "initdb"), "-D", At("pg/data"), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        await ServerProcess.RunAsync(initdb[0], initdb[1..]);
        var start = As("postgres", Path.Combine(Postgres!, "postgres"), "-D", At("pg/data"), "-p", Text(PostgresPort), "-h", "localhost", "-k", At("pg"), "-c", "ssl=on", "-c", $"ssl_cert_file={At("pg/server.crt")}", "-c", $"ssl_key_file={At("pg/server.key")}");
        _servers.Add(ServerProcess.Start(start[0], start[1..]));
        await ListensAsync(PostgresPort);
    }

    private async Task StartMariaDbAsync()
    {
        var install = As("mysql", "/usr/bin/mariadb-install-db", "--no-defaults", $"--datadir={At("my/data")}", $"--tmpdir={At("my")}", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-log-bin");
        await ServerProcess.RunAsync(install[0], install[1..]);
        var start = As("mysql", MariaDb!, "--no-defaults", $"--datadir={At("my/data")}", $"--tmpdir={At("my")}", $"--port={Text(MariaDbPort)}", "--bind-address=127.0.0.1", $"--socket={At("my/s")}", "--skip-name-resolve", $"--ssl-cert={At("my/server.crt")}", $"--ssl-key={At("my/server.key")}", "--innodb-buffer-pool-size=16M");
        _servers.Add(ServerProcess.Start(start[0], start[1..]));
        await ListensAsync(MariaDbPort);
    }

    private static Task ListensAsync(int port) => Eventually.IsTrueAsync($"something listens at {port}", async () =>
    {
        try
        {
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    });

    private void MakeCertificates()
    {
        using var authority = SelfSigned("CN=Test authority");
        using var other = SelfSigned("CN=Other authority");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=db", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3, 4]);
        File.WriteAllText(At("server.crt"), certificate.ExportCertificatePem() + "\n");
        File.WriteAllText(At("server.key"), key.ExportPkcs8PrivateKeyPem() + "\n");
        (Authority, OtherAuthority) = (authority.ExportCertificatePem(), other.ExportCertificatePem());
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        var request = new CertificateRequest(name, RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static string[] As(string user, params string[] command) =>
        Environment.IsPrivilegedProcess ? ["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--", .. command] : command;

    private string At(string name) => Path.Combine(_folder, name);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
