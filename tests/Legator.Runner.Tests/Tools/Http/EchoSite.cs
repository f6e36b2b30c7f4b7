using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>A web server on the loopback address that answers every request with what it was sent, remembers it, and redirects to where <c>?to=</c> says in hexadecimal.</summary>
public sealed class EchoSite : IAsyncLifetime
{
    private WebApplication? _app;

    public int Port { get; private set; }

    public ConcurrentQueue<SiteRequest> Requests { get; } = new();

    /// <summary>Every name stands for this server.</summary>
    public static Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        Port = new Uri(_app.Urls.Single()).Port;
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    public static string Hidden(string url) => Convert.ToHexString(Encoding.UTF8.GetBytes(url));

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var request = new SiteRequest(context.Request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value)), body);
        Requests.Enqueue(request);
        if (context.Request.Query["to"] is [{ } place])
        {
            context.Response.StatusCode = context.Request.Query["status"] is [{ } status] ? int.Parse(status, CultureInfo.InvariantCulture) : 302;
            context.Response.Headers.Location = Encoding.UTF8.GetString(Convert.FromHexString(place));
            return;
        }

        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync($"{request.Method} {request.Target}\n{string.Join('\n', request.Headers.Select(h => $"{h.Key}: {h.Value}"))}\n\n{body}");
    }
}
