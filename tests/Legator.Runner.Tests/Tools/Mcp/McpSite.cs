using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>An MCP server on loopback that does what a test wants, at <c>/mcp</c>.</summary>
internal sealed class McpSite(WebApplication app) : IAsyncDisposable
{
    public McpEndpoint Server { get; } = new();

    /// <summary>Where the older transport at <c>/sse</c> says that messages go.</summary>
    public string OlderEndpoint { get; set; } = "";

    /// <summary>What other paths answer, as JSON.</summary>
    public Dictionary<string, string> Pages { get; } = [];

    /// <summary>Requests to those and to paths that are not there.</summary>
    public int Asked { get; private set; }

    /// <summary>Requests to <c>/post</c>.</summary>
    public int Elsewhere { get; private set; }

    public string Origin => app.Urls.Single();

    public string Url => $"{Origin}/mcp";

    public static async Task<McpSite> StartAsync(params string[] tools)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new McpSite(builder.Build());
        site.Server.Tools.AddRange(tools.Select(t => (JsonObject)JsonNode.Parse(t)!));
        site.Map();
        await site.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.Map("/mcp", Server.HandleAsync);
        app.MapFallback(context => ++Asked > 0 && Pages.TryGetValue(context.Request.Path, out var page) ? Results.Text(page, "application/json").ExecuteAsync(context) : Results.NotFound().ExecuteAsync(context));
        app.MapPost("/post", () => Elsewhere++);
        app.MapGet("/sse", async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync($"event: endpoint\ndata: {OlderEndpoint}\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
    }

    private Task StartAsync() => app.StartAsync();
}
