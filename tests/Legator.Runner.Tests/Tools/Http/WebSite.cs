using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>A web server on the loopback address that remembers what it was asked.</summary>
public sealed class WebSite : IAsyncLifetime
{
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<IHeaderDictionary> Requests { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            Requests.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value)));
            return next(context);
        });
        _app.MapGet("/ok", () => Results.Text("all is well, password=hunter2", "text/plain"));
        _app.MapGet("/large", () => Results.Text(string.Concat(Enumerable.Repeat("0123456789ä\n", 2000)), "text/plain"));
        _app.MapGet("/binary", () => Results.Bytes(new byte[100], "application/octet-stream"));
        _app.MapGet("/missing", () => Results.Text("nothing here", statusCode: 404));
        _app.MapGet("/slow", async (CancellationToken token) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        _app.MapGet("/to", (string url) => Results.Redirect(url));

        // In hexadecimal, so that the URL that is asked for does not give away where it leads.
        _app.MapGet("/hidden", (string place) => Results.Redirect(Encoding.UTF8.GetString(Convert.FromHexString(place))));
        _app.MapGet("/loop", () => Results.Redirect("/loop"));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();
}
