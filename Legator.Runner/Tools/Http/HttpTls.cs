using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Legator.Runner.Tools.Http;

/// <summary>What a credential says about TLS: the certificate that a client shows, and the authority that the server's must come from.</summary>
/// <param name="Certificate">Certificate with its key; null to show none.</param>
/// <param name="Authority">PEM certificates; null for the machine's own.</param>
internal sealed record HttpTls(X509Certificate2? Certificate, string? Authority) : IDisposable
{
    /// <summary>Reads a credential's <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c>; null when it has none of them.</summary>
    /// <exception cref="ToolInputException">They do not go together.</exception>
    public static HttpTls? Of(ConnectionFields fields)
    {
        var (certificate, key, authority) = (fields.Secret("tls.crt"), fields.Secret("tls.key"), fields.Secret("ca.crt"));
        try
        {
            return certificate is null && key is null && authority is null ? null
                : new HttpTls(certificate is null ? null : X509Certificate2.CreateFromPem(certificate, key ?? throw fields.Problem("has no field 'tls.key'")), authority);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw fields.Problem("has a 'tls.crt' and a 'tls.key' that are no pair of PEM certificate and key");
        }
    }

    /// <summary>Options of a connection. Nothing is downloaded for a check: its address would be the server's to choose.</summary>
    public static SslClientAuthenticationOptions Options(HttpTls? tls)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (tls?.Authority is { } authority)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.ImportFromPem(authority);
        }

        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            ClientCertificates = tls?.Certificate is { } certificate ? [certificate] : null,
        };
    }

    public void Dispose() => Certificate?.Dispose();
}
