using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Legator.Runner.Tools.Sql;

/// <summary>Checks a database server's certificate: whether it comes from the authority that the credential names, or from one of the machine's, and whether it is the host's.</summary>
internal static class SqlCertificates
{
    public static RemoteCertificateValidationCallback Check(SqlDatabase database) => (_, certificate, _, _) =>
        database.Tls is not (SqlTls.VerifyCa or SqlTls.VerifyFull)
        || (certificate is X509Certificate2 shown
            && (database.Tls == SqlTls.VerifyCa || shown.MatchesHostname(database.Host))
            && ComesFrom(shown, database.CaCertificate));

    private static bool ComesFrom(X509Certificate2 shown, string? authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (authority is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.ImportFromPem(authority);
        }

        return chain.Build(shown);
    }
}
