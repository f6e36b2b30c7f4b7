using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>A web server on the loopback address that answers as it is told to.</summary>
internal sealed class PlainSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlainSite(WebApplication app) => (_app, Address) = (app, new Uri(app.Urls.Single()));

    public Uri Address { get; }

    public static async Task<PlainSite> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new PlainSite(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
