using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace Legator.Backends.Kubernetes;

/// <summary>The client certificate of a kubeconfig, given inline or by path.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2? Load(KubernetesClientConfiguration configuration)
    {
        var certificate = Pem(configuration.ClientCertificateData, configuration.ClientCertificateFilePath);
        var key = Pem(configuration.ClientCertificateKeyData, configuration.ClientKeyFilePath);
        if (certificate is null || key is null)
        {
            return null;
        }

        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificate, key);
            // Some platforms refuse a key that exists in memory only; a round trip through PKCS #12 gives one they take.
            return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException e)
        {
            throw new ClusterException(0, "Unreachable", $"The kubeconfig's client certificate cannot be used: {e.Message}", e);
        }
    }

    private static string? Pem(string? base64, string? path)
    {
        if (!string.IsNullOrEmpty(base64))
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }

        return string.IsNullOrEmpty(path) ? null : File.ReadAllText(path);
    }
}
