using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Legator.Tests.SkillServers;

/// <summary>Debian's docker-registry on loopback, in a folder of its own.</summary>
internal sealed partial class DockerRegistry : IAsyncDisposable
{
    public const string User = "puller";
    public const string Password = "pull-me";

    // bcrypt of the password above; making one takes a library that nothing else here needs.
    private const string Hash = "$2b$05$abcdefghijklmnopqrstuuBp.n58v886n7kD7.z9i0nzqxtQ8I2P.";
    private readonly Process process;
    private readonly string folder;
    private readonly StringBuilder said = new();

    private DockerRegistry(Process process, string folder)
    {
        (this.process, this.folder) = (process, folder);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Host and port.</summary>
    public string Host { get; private set; } = "";

    private static string? Program => new[] { "/usr/bin/docker-registry", "/usr/local/bin/registry" }.FirstOrDefault(File.Exists);

    /// <summary>Starts it; leaves the test out where it is not installed.</summary>
    /// <param name="withPassword">True to let in only <see cref="User"/>.</param>
    /// <param name="certificate">For TLS; null for plain http.</param>
    /// <param name="tokens">Who gives tokens; null for none.</param>
    public static async Task<DockerRegistry> StartAsync(bool withPassword = false, ServerCertificate? certificate = null, TokenService? tokens = null)
    {
        Assert.SkipWhen(Program is null, "No OCI registry is installed: apt-get install docker-registry.");
        var folder = Directory.CreateTempSubdirectory("legator-registry-").FullName;
        var config = Path.Combine(folder, "config.yml");
        await File.WriteAllTextAsync(config, Config(folder, withPassword, certificate, tokens));
        var start = new ProcessStartInfo(Program!, ["serve", config]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OTEL_TRACES_EXPORTER"] = "none";
        var registry = new DockerRegistry(Process.Start(start)!, folder);
        await Eventually.IsTrueAsync("the registry listens", () =>
        {
            var text = registry.Said();
            registry.process.HasExited.ShouldBeFalse(text);
            registry.Host = Listening().Match(text).Groups[1].Value;
            return registry.Host.Length > 0;
        });
        return registry;
    }

    /// <summary>Ends it; what it holds stays until it is disposed.</summary>
    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Config(string folder, bool withPassword, ServerCertificate? certificate, TokenService? tokens)
    {
        var text = new StringBuilder($"version: 0.1\nlog:\n  level: info\nstorage:\n  filesystem:\n    rootdirectory: {folder}/data\nhttp:\n  addr: 127.0.0.1:0\n  secret: unused\n");
        if (certificate is not null)
        {
            File.WriteAllText(Path.Combine(folder, "tls.crt"), certificate.Pem);
            File.WriteAllText(Path.Combine(folder, "tls.key"), certificate.KeyPem);
            text.Append($"  tls:\n    certificate: {folder}/tls.crt\n    key: {folder}/tls.key\n");
        }

        if (withPassword)
        {
            File.WriteAllText(Path.Combine(folder, "htpasswd"), $"{User}:{Hash}\n");
            text.Append($"auth:\n  htpasswd:\n    realm: skills\n    path: {folder}/htpasswd\n");
        }
        else if (tokens is not null)
        {
            File.WriteAllText(Path.Combine(folder, "issuer.crt"), tokens.Pem);
            text.Append($"auth:\n  token:\n    realm: {tokens.Address}/token\n    service: {TokenService.Service}\n    issuer: {TokenService.Issuer}\n    rootcertbundle: {folder}/issuer.crt\n");
        }

        return text.ToString();
    }

    private void Keep(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }

    private string Said()
    {
        lock (said)
        {
            return said.ToString();
        }
    }

    [GeneratedRegex(@"listening on (127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
