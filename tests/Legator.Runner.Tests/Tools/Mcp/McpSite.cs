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

    private void Map() => app.Map("/mcp", Server.HandleAsync);

    private Task StartAsync() => app.StartAsync();
}
