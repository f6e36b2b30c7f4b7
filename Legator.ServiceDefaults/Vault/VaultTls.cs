using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Legator.ServiceDefaults.Vault;

/// <summary>Whose certificates Vault's must come from.</summary>
public static class VaultTls
{
    /// <summary>How to connect.</summary>
    /// <param name="caBundle">PEM certificates that the server's must come from; null for those that the machine trusts.</param>
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
