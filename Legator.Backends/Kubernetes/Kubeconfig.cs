using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Backends.Kubernetes;

/// <summary>A kubeconfig that came as text from somewhere, such as a Secret. It may name nothing of this machine: neither programs nor files. What cannot be used is named, and its value never.</summary>
public sealed class Kubeconfig
{
    private const int MaxLength = 512 * 1024;

    private readonly ClusterTarget target;

    private Kubeconfig(ClusterTarget target, IReadOnlyList<string> secrets) => (this.target, Secrets) = (target, secrets);

    /// <summary>Address of the API.</summary>
    public Uri Server => target.Server;

    /// <summary>What must not be written anywhere: tokens, keys, passwords.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Reads a kubeconfig, with its current context.</summary>
    /// <exception cref="KubeconfigException">It cannot be used.</exception>
    public static Kubeconfig Read(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new KubeconfigException($"it is longer than {MaxLength} characters");
        }

        try
        {
            var document = new KubeconfigDocument(Yaml.Parse(text) as JsonObject ?? throw new KubeconfigException("it is no YAML map"));
            return Build(document.Cluster(), document.User());
        }
        catch (YamlFormatException e)
        {
            // The reader's own words may quote what stands there.
            throw new KubeconfigException($"it is not YAML (line {e.Line})");
        }
    }

    /// <summary>Connects to the cluster; whoever connects disposes.</summary>
    /// <param name="timeout">Longest wait for an answer.</param>
    /// <param name="time">The clock.</param>
    public ClusterConnection Connect(TimeSpan timeout, TimeProvider time) => new(target, "default", timeout, time);

    private static Kubeconfig Build(JsonObject cluster, JsonObject user)
    {
        KubeconfigDocument.Require(Uri.TryCreate(Text(cluster, "server"), UriKind.Absolute, out var server) && server.Scheme == Uri.UriSchemeHttps && server.UserInfo.Length == 0, "the server is no https address");
        var (certificate, key) = (Pem(user, "client-certificate-data"), Pem(user, "client-key-data"));
        KubeconfigDocument.Require(certificate is null == key is null, "client-certificate-data and client-key-data go together");
        CheckPair(certificate, key);
        var built = new ClusterTarget
        {
            Server = server!,
            SkipTlsVerify = Flag(cluster, "insecure-skip-tls-verify"),
            TlsServerName = Text(cluster, "tls-server-name"),
            Token = Text(user, "token"),
            Username = Text(user, "username"),
            Password = Text(user, "password"),
            Certificate = ClientCertificate.Of(certificate, key),
            Authorities = Authorities(cluster),
        };
        return new Kubeconfig(built, [.. new[] { built.Token, built.Password, Text(user, "client-key-data"), key }.OfType<string>().Where(s => s.Length > 0)]);
    }

    private static X509Certificate2Collection? Authorities(JsonObject cluster)
    {
        if (Pem(cluster, "certificate-authority-data") is not { } pem)
        {
            return null;
        }

        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPem(pem);
            KubeconfigDocument.Require(authorities.Count > 0, "certificate-authority-data holds no certificate");
            return authorities;
        }
        catch (CryptographicException)
        {
            throw new KubeconfigException("certificate-authority-data holds no certificate");
        }
    }

    private static void CheckPair(string? certificate, string? key)
    {
        try
        {
            using var pair = certificate is null ? null : X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new KubeconfigException("client-certificate-data and client-key-data are no certificate and its key");
        }
    }

    private static string? Pem(JsonObject from, string field)
    {
        try
        {
            return Text(from, field) is { } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data)) : null;
        }
        catch (FormatException)
        {
            throw new KubeconfigException($"{field} is not base64");
        }
    }

    private static bool Flag(JsonObject from, string field) => Text(from, field) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new KubeconfigException($"{field} is neither true nor false"),
    };

    private static string? Text(JsonObject from, string field) => from[field]?.ToString() is { Length: > 0 } text ? text : null;
}
