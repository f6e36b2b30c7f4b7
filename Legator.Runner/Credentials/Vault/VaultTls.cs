using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Legator.Runner.Credentials.Vault;

/// <summary>Whose certificates Vault's must come from.</summary>
internal static class VaultTls
{
    /// <exception cref="CryptographicException">The text is no certificates.</exception>
    public static SslClientAuthenticationOptions Options(string? caBundle)
    {
        if (string.IsNullOrWhiteSpace(caBundle))
        {
            return new SslClientAuthenticationOptions();
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(caBundle);
        return policy.CustomTrustStore.Count > 0
            ? new SslClientAuthenticationOptions { CertificateChainPolicy = policy }
            : throw new CryptographicException("There is no certificate in it.");
    }
}
