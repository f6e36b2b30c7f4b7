using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Legator.LocalCluster.Hosting;

/// <summary>The cluster's own certificate authority and the server certificate that it signed, kept in the data directory.</summary>
internal static class ServerCertificate
{
    private static readonly TimeSpan _validity = TimeSpan.FromDays(3650);

    /// <summary>Loads both, or makes them at the first start and when the certificate is about to end or was made for other names.</summary>
    public static (X509Certificate2 Server, string AuthorityPem) LoadOrCreate(DataDirectory data, string host, DateTimeOffset now)
    {
        string names = data.In("server.names");
        string[] files = [data.In("ca.crt"), data.In("server.crt"), data.In("server.key"), names];
        if (files.All(File.Exists) && File.ReadAllText(names) == host)
        {
            X509Certificate2 known = Load(data);
            if (known.NotAfter.ToUniversalTime() > now.AddDays(30).UtcDateTime)
            {
                return (known, File.ReadAllText(data.In("ca.crt")));
            }
        }

        Create(data, host, now);
        File.WriteAllText(names, host);
        return (Load(data), File.ReadAllText(data.In("ca.crt")));
    }

    private static X509Certificate2 Load(DataDirectory data)
    {
        using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(data.In("server.crt"), data.In("server.key"));
        // A key that was read from PEM is not usable for TLS on every platform; one from PKCS#12 is.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private static void Create(DataDirectory data, string host, DateTimeOffset now)
    {
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest authority = new("CN=legator-local-ca", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        using X509Certificate2 root = authority.CreateSelfSigned(now.AddDays(-1), now + _validity);

        using ECDsa serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest server = new("CN=legator-local-cluster", serverKey, HashAlgorithmName.SHA256);
        server.CertificateExtensions.Add(Names(host));
        server.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        server.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using X509Certificate2 signed = server.Create(root, now.AddDays(-1), now + _validity - TimeSpan.FromDays(1), RandomNumberGenerator.GetBytes(12));

        File.WriteAllText(data.In("ca.crt"), root.ExportCertificatePem() + "\n");
        File.WriteAllText(data.In("server.crt"), signed.ExportCertificatePem() + "\n");
        DataDirectory.WriteSecret(data.In("server.key"), serverKey.ExportECPrivateKeyPem() + "\n");
    }

    private static X509Extension Names(string host)
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        names.AddDnsName("localhost");
        names.AddDnsName("kubernetes.default.svc");
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            if (!IPAddress.IsLoopback(address))
            {
                names.AddIpAddress(address);
            }
        }

        return names.Build();
    }
}
