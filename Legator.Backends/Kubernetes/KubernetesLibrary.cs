using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using k8s.Exceptions;

namespace Legator.Backends.Kubernetes;

/// <summary>Kubeconfigs as the official library reads them: those that run programs for their credentials, or say what nobody else here knows. The library is loaded for these alone.</summary>
internal static class KubernetesLibrary
{
    /// <exception cref="ClusterException">It cannot be used.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ClusterTarget Read(string path, string? context)
    {
        try
        {
            return Target(KubernetesClientConfiguration.BuildConfigFromConfigFile(path, context));
        }
        catch (Exception e) when (e is KubeConfigException or YamlDotNet.Core.YamlException)
        {
            throw new ClusterException(0, "Unreachable", $"The kubeconfig cannot be used: {e.Message}", e);
        }
    }

    private static ClusterTarget Target(KubernetesClientConfiguration read) => new()
    {
        Server = new Uri(read.Host),
        Namespace = read.Namespace,
        SkipTlsVerify = read.SkipTlsVerify,
        TlsServerName = read.TlsServerName,
        Authorities = read.SslCaCerts is { Count: > 0 } authorities ? authorities : null,
        Certificate = Certificate(read),
        Token = read.AccessToken,
        Tokens = read.TokenProvider is { } provider ? async stop => (await provider.GetAuthenticationHeaderAsync(stop)).Parameter ?? "" : null,
        Username = read.Username,
        Password = read.Password,
    };

    private static X509Certificate2? Certificate(KubernetesClientConfiguration read) =>
        ClientCertificate.Of(Pem(read.ClientCertificateData, read.ClientCertificateFilePath), Pem(read.ClientCertificateKeyData, read.ClientKeyFilePath));

    private static string? Pem(string? base64, string? path)
    {
        if (!string.IsNullOrEmpty(base64))
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }

        return string.IsNullOrEmpty(path) ? null : File.ReadAllText(path);
    }
}
