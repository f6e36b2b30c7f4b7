using Renci.SshNet.Security;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Host keys in wire form, and the names of their types.</summary>
internal static class HostKeyBlob
{
    private const string CertificateSuffix = "-cert-v01@openssh.com";

    /// <summary>The key that a certificate is about.</summary>
    public static byte[] Of(Certificate certificate) => new KeyHostAlgorithm(Plain(certificate.Name), certificate.Key).Data;

    /// <summary>Type of the key that an algorithm signs with: RSA keys sign in several ways.</summary>
    public static string Plain(string algorithm) => algorithm.Replace(CertificateSuffix, "", StringComparison.Ordinal) switch
    {
        "rsa-sha2-256" or "rsa-sha2-512" => "ssh-rsa",
        var type => type,
    };

    public static bool IsCertificate(string algorithm) => algorithm.EndsWith(CertificateSuffix, StringComparison.Ordinal);
}
