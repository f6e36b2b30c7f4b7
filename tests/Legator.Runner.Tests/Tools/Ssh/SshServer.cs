using System.Globalization;
using Legator.Backends.Tests.Servers;

namespace Legator.Runner.Tests.Tools.Ssh;

/// <summary>OpenSSH's server on loopback, with keys and a certificate authority made for the test. Logs in whoever runs the tests.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-sshd-");
    private ServerProcess? _server;

    private static string? Program => ServerProcess.Find("/usr/sbin/sshd");

    public int Port { get; } = ServerProcess.FreePort();

    public string User { get; } = Environment.UserName;

    /// <summary>Lines that are added to the server's configuration.</summary>
    public string Settings { get; set; } = "";

    /// <summary>Private key of somebody whose public key the server knows.</summary>
    public string Key => Read("user");

    /// <summary>Private key of somebody who has a certificate only.</summary>
    public string CertifiedKey => Read("certified");

    public string Certificate => Read("certified-cert.pub");

    /// <summary>Private key of a stranger.</summary>
    public string StrangersKey => Read("stranger");

    public string HostKey => Read("host.pub");

    /// <summary>Public key of the authority, which signs people's and hosts' keys.</summary>
    public string Authority => Read("ca.pub");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Program is null, "OpenSSH's server is not installed: apt-get install openssh-server.");
        foreach (var name in new[] { "host", "user", "ca", "certified", "stranger" })
        {
            await ServerProcess.RunAsync("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", At(name));
        }

        await ServerProcess.RunAsync("/usr/bin/ssh-keygen", "-q", "-s", At("ca"), "-I", "agent", "-n", User, "-V", "+5m", At("certified.pub"));
        File.Copy(At("user.pub"), At("authorized_keys"));
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Lets everybody in whom another authority vouches for, too.</summary>
    public Task TrustAsync(string authority) => File.AppendAllTextAsync(At("ca.pub"), authority);

    /// <summary>The host is set up anew: another key at the same address.</summary>
    public async Task ReplaceHostKeyAsync()
    {
        await _server!.DisposeAsync();
        File.Delete(At("host"));
        File.Delete(At("host.pub"));
        await ServerProcess.RunAsync("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", At("host"));
        await StartAsync();
    }

    /// <summary>Starts again with other settings.</summary>
    public async Task RestartAsync(string settings)
    {
        await _server!.DisposeAsync();
        Settings = settings;
        await StartAsync();
    }

    /// <summary>Gives the host a certificate of the authority.</summary>
    public async Task CertifyAsync(string principals, string validity = "-1h:+1h", bool asHost = true)
    {
        string[] kind = asHost ? ["-h"] : [];
        await ServerProcess.RunAsync("/usr/bin/ssh-keygen", ["-q", "-s", At("ca"), .. kind, "-I", "host", "-n", principals, "-V", validity, At("host.pub")]);
        await RestartAsync($"HostCertificate {At("host-cert.pub")}");
    }

    /// <summary>Makes another key of the host.</summary>
    /// <returns>The setting that has the server show it too.</returns>
    public async Task<string> AddHostKeyAsync(string type)
    {
        await ServerProcess.RunAsync("/usr/bin/ssh-keygen", "-q", "-t", type, "-N", "", "-f", At($"host-{type}"));
        return $"HostKey {At($"host-{type}")}";
    }

    /// <summary>The host has lost its first key and has only this one.</summary>
    public async Task OnlyAsync(string type)
    {
        await _server!.DisposeAsync();
        await ServerProcess.RunAsync("/usr/bin/ssh-keygen", "-q", "-t", type, "-N", "", "-f", At("other"));
        File.Move(At("other"), At("host"), overwrite: true);
        File.Move(At("other.pub"), At("host.pub"), overwrite: true);
        await StartAsync();
    }

    private async Task StartAsync()
    {
        if (User == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        await File.WriteAllTextAsync(At("sshd_config"), $"""
            Port {Port.ToString(CultureInfo.InvariantCulture)}
            ListenAddress 127.0.0.1
            HostKey {At("host")}
            AuthorizedKeysFile {At("authorized_keys")}
            TrustedUserCAKeys {At("ca.pub")}
            PermitRootLogin yes
            PasswordAuthentication {(Settings.Contains("AllowUsers", StringComparison.Ordinal) ? "yes" : "no")}
            KbdInteractiveAuthentication no
            StrictModes no
            UsePAM no
            PidFile none
            AllowTcpForwarding yes
            {Settings}

            """);
        _server = ServerProcess.Start(Program!, "-D", "-e", "-f", At("sshd_config"));
        await Eventually.IsTrueAsync("sshd listens", async () =>
        {
            try
            {
                using var client = new System.Net.Sockets.TcpClient();
                await client.ConnectAsync("127.0.0.1", Port);
                return true;
            }
            catch (System.Net.Sockets.SocketException)
            {
                return false;
            }
        });
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Read(string name) => File.ReadAllText(At(name));
}
