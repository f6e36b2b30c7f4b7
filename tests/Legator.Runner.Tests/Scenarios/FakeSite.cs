using System.Text.Json.Nodes;
using Legator.Runner.Tests.Tools.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>The web site of a scenario.</summary>
internal sealed class FakeSite(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeSite> StartAsync(IReadOnlyDictionary<string, string> bodies, IReadOnlyList<JsonObject> mcpTools)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new FakeSite(builder.Build());
        site.Run(bodies, mcpTools);
        return await site.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Run(IReadOnlyDictionary<string, string> bodies, IReadOnlyList<JsonObject> mcpTools) => app.Run(async context =>
    {
        if (mcpTools.Count > 0 && context.Request.Path == "/mcp")
        {
            var server = new McpEndpoint();
            server.Tools.AddRange(mcpTools);
            await server.HandleAsync(context);
            return;
        }

        var found = bodies.TryGetValue(context.Request.Path, out var body);
        context.Response.StatusCode = found ? 200 : 404;
        context.Response.Headers.Date = "(date)";
        await context.Response.WriteAsync(body ?? "");
    });

    private async Task<FakeSite> StartAsync()
    {
        await app.StartAsync();
        return this;
    }
}
