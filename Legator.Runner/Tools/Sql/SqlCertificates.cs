using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Legator.Runner.Tools.Sql;

/// <summary>Checks a database server's certificate against the authority that the credential names.</summary>
internal static class SqlCertificates
{
    public static RemoteCertificateValidationCallback Check(string authority, SqlTls mode) => (_, certificate, _, errors) =>
        mode is not (SqlTls.VerifyCa or SqlTls.VerifyFull)
        || (certificate is X509Certificate2 shown
            && (mode == SqlTls.VerifyCa || !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            && ComesFrom(shown, authority));

    private static bool ComesFrom(X509Certificate2 shown, string authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(authority);
        return chain.Build(shown);
    }
}
