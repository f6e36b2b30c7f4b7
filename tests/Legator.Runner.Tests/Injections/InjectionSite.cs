using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Legator.Runner.Tests.Tools.Dns;
using Legator.Runner.Tests.Tools.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Injections;

/// <summary>A web site with an MCP server on it, and a name server, which all say what a stranger wrote, and remember whatever reaches them.</summary>
internal sealed class InjectionSite : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly LyingNameServer _names;
    private readonly string _text;

    private InjectionSite(WebApplication web, string text)
    {
        (_web, _text) = (web, text);
        _names = new LyingNameServer(Answer);
    }

    public string Address => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string Nameserver => $"127.0.0.1:{_names.Port}";

    /// <summary>Everything that was sent to either, as text.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <param name="text">What the stranger wrote.</param>
    /// <param name="inDescription">It stands in the description of a tool, and not in what the tool answers.</param>
    public static async Task<InjectionSite> StartAsync(string text, bool inDescription)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new InjectionSite(builder.Build(), text);
        site._web.Run(context => site.AnswerAsync(context, inDescription));
        await site._web.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _names.DisposeAsync();
        await _web.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, bool inDescription)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        Received.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{string.Join('\n', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"))}\n{body}");
        if (context.Request.Path == "/mcp")
        {
            var server = new McpEndpoint();
            server.Tools.AddRange(Tools(inDescription));
            await server.HandleAsync(context);
            return;
        }

        var path = context.Request.Path.Value!;
        context.Response.StatusCode = path == "/broken" ? 500 : 200;
        await context.Response.WriteAsync(path switch { "/status" or "/broken" => _text, "/second-half" => "second half: ments", _ => "ok" });
    }

    private IEnumerable<JsonObject> Tools(bool inDescription)
    {
        var schema = """{"type":"object","properties":{"item":{"type":"string"},"count":{"type":"integer"}}}""";
        yield return new JsonObject { ["name"] = "stock", ["description"] = inDescription ? _text : "Pieces of an item.", ["inputSchema"] = JsonNode.Parse(schema), ["annotations"] = new JsonObject { ["readOnlyHint"] = true }, ["answer"] = inDescription ? "7" : _text };
        yield return new JsonObject { ["name"] = "order", ["description"] = "Orders an item.", ["inputSchema"] = JsonNode.Parse(schema) };
    }

    private byte[] Answer(byte[] question)
    {
        var labels = new List<string>();
        for (var at = 12; question[at] != 0; at += question[at] + 1)
        {
            labels.Add(System.Text.Encoding.ASCII.GetString(question, at + 1, question[at]));
        }

        Received.Enqueue("DNS " + string.Join('.', labels));
        var text = System.Text.Encoding.UTF8.GetBytes(_text);
        var pieces = text.Chunk(200).SelectMany(piece => piece.Prepend((byte)piece.Length)).ToArray();
        return LyingNameServer.Answer(question, 0, LyingNameServer.Record(16, pieces));
    }
}
