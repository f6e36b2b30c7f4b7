using System.Net;
using System.Security.Cryptography.X509Certificates;
using Legator.LocalCluster.Server;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Legator.LocalCluster.Hosting;

/// <summary>The listening server over one data directory.</summary>
internal sealed class ClusterServer : IAsyncDisposable
{
    private static readonly TimeSpan _drain = TimeSpan.FromSeconds(3);
    private readonly WebApplication _app;
    private readonly ClusterParts _parts;

    private ClusterServer(WebApplication app, ClusterParts parts, DataDirectory data, string token, Uri address)
    {
        _app = app;
        _parts = parts;
        Data = data;
        Token = token;
        Address = address;
    }

    public DataDirectory Data { get; }

    public string Token { get; }

    public Uri Address { get; }

    public static async Task<ClusterServer> StartAsync(LocalClusterOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        LocalClusterOptionsCheck.Require(options);
        DataDirectory data = DataDirectory.Open(options.DataDirectory);
        try
        {
            return await StartAsync(options, data, loggers, time, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Watches end first: the server waits for open requests, and a watch would never finish by itself.
        _parts.Store.EndSubscriptions();
        using (CancellationTokenSource limit = new(_drain))
        {
            await _app.StopAsync(limit.Token).ConfigureAwait(false);
        }

        await _app.DisposeAsync().ConfigureAwait(false);
        await _parts.DisposeAsync().ConfigureAwait(false);
        Data.Dispose();
    }

    private static async Task<ClusterServer> StartAsync(
        LocalClusterOptions options, DataDirectory data, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        string token = data.Token();
        (X509Certificate2 certificate, string authority) = ServerCertificate.LoadOrCreate(data, options.Host, time.GetUtcNow());
        ClusterParts parts = await ClusterParts.CreateAsync(options, data, token, loggers, time).ConfigureAwait(false);
        try
        {
            IPAddress address = IPAddress.Parse(options.Host);
            WebApplication app = Build(loggers, certificate, address, PortChoice.Choose(address, options.Port, data.LastPort()), parts.Dispatcher);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            Uri bound = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            Uri reachable = new UriBuilder(bound) { Host = address.Equals(IPAddress.Any) ? "127.0.0.1" : options.Host }.Uri;
            data.RememberPort(bound.Port);
            KubeconfigFile.Write(data, reachable, authority, token);
            return new ClusterServer(app, parts, data, token, reachable);
        }
        catch (IOException error)
        {
            await parts.DisposeAsync().ConfigureAwait(false);
            throw new LocalClusterStartException($"--port {options.Port}: cannot listen on {options.Host}: {error.Message}");
        }
        catch
        {
            await parts.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static WebApplication Build(ILoggerFactory loggers, X509Certificate2 certificate, IPAddress address, int port, RequestDispatcher dispatcher)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = Requests.RequestBody.Limit + 1024;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxConcurrentConnections = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Limits.Http2.InitialStreamWindowSize = 512 * 1024;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 1024 * 1024;
            kestrel.Listen(address, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
            });
        });
        WebApplication app = builder.Build();
        app.Run(dispatcher.HandleAsync);
        return app;
    }
}
