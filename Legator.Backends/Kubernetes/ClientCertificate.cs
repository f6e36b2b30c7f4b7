using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Legator.Backends.Kubernetes;

/// <summary>The client certificate of a kubeconfig.</summary>
internal static class ClientCertificate
{
    /// <summary>A certificate with its key; null where either is missing.</summary>
    public static X509Certificate2? Of(string? certificate, string? key)
    {
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
}
