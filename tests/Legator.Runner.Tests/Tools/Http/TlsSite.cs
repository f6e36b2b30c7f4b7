using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>An HTTPS server with an authority of its own that says which certificate its client showed.</summary>
internal sealed class TlsSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsSite(WebApplication app, X509Certificate2 authority, X509Certificate2 client, ECDsa key)
    {
        _app = app;
        Authority = authority.ExportCertificatePem();
        ClientCertificate = client.ExportCertificatePem();
        ClientKey = key.ExportPkcs8PrivateKeyPem();
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public string Authority { get; }

    public string ClientCertificate { get; }

    public string ClientKey { get; }

    public static async Task<TlsSite> StartAsync(RequestDelegate? answer = null)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=site-authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var authority = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        var (server, serverKey) = Issue(authority, "CN=127.0.0.1");
        var (client, clientKey) = Issue(authority, "CN=legator-client");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(o =>
        {
            o.ServerCertificate = X509CertificateLoader.LoadPkcs12(server.CopyWithPrivateKey(serverKey).Export(X509ContentType.Pkcs12), null);
            o.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            o.AllowAnyClientCertificate();
        })));
        var app = builder.Build();
        app.Run(answer ?? (context => context.Response.WriteAsync($"client {context.Connection.ClientCertificate?.Subject}")));
        await app.StartAsync();
        return new TlsSite(app, authority, client, clientKey);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static (X509Certificate2 Certificate, ECDsa Key) Issue(X509Certificate2 authority, string subject)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return (request.Create(authority, TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddDays(1), [1, 2, 3, (byte)subject.Length]), key);
    }
}
