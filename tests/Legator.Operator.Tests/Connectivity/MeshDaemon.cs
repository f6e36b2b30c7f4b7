using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Operator.Tests.Connectivity;

/// <summary>Speaks as tailscaled does on its local API: only to those who name it by its host name, and with the members that it gives.</summary>
internal sealed class MeshDaemon(WebApplication app) : IAsyncDisposable
{
    public string State { get; set; } = "Running";

    public string Tags { get; set; } = "[\"tag:agent-runtime\"]";

    /// <summary>Address of a daemon that listens on TCP.</summary>
    public string Address => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <param name="socket">Path of a unix socket; null for a TCP port.</param>
    public static async Task<MeshDaemon> StartAsync(string? socket)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (socket is null)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenUnixSocket(socket);
            }
        });
        var daemon = new MeshDaemon(builder.Build());
        daemon.Serve();
        await daemon.RunAsync();
        return daemon;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task RunAsync() => app.StartAsync();

    private void Serve() => app.Run(async context =>
    {
        var body = context.Request.Path.Value switch
        {
            _ when context.Request.Host.Host != "local-tailscaled.sock" => null,
            "/localapi/v0/status" => $$"""{"Version":"1.80.2","BackendState":"{{State}}","TailscaleIPs":["100.64.0.7"],"Self":{"ID":"n1","HostName":"legator","DNSName":"legator.mesh.","OS":"linux","Tags":{{Tags}},"Online":true},"Health":[],"MagicDNSSuffix":"mesh","Peer":null,"User":null}""",
            "/localapi/v0/prefs" => """{"ControlURL":"https://headscale.example.com","RouteAll":true,"WantRunning":true}""",
            _ => null,
        };
        context.Response.StatusCode = body is null ? 403 : 200;
        await context.Response.WriteAsync(body ?? "");
    });
}
