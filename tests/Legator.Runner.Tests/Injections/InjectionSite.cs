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
    private readonly string _written;
    private readonly string _source;

    private InjectionSite(WebApplication web, string text, string source)
    {
        (_web, _written, _source) = (web, text, source);
        _names = new LyingNameServer(Answer);
    }

    public string Address => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What the stranger wrote, with this site's address where it names it.</summary>
    private string Text => Fill(_written);

    public string Nameserver => $"127.0.0.1:{_names.Port}";

    /// <summary>Everything that was sent to either, as text.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <param name="text">What the stranger wrote.</param>
    /// <param name="source">Where it stands.</param>
    public static async Task<InjectionSite> StartAsync(string text, string source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new InjectionSite(builder.Build(), text, source);
        site._web.Run(context => site.AnswerAsync(context));
        await site._web.StartAsync();
        return site;
    }

    public string Fill(string text) => text.Replace("${site}", Address.TrimEnd('/'), StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _names.DisposeAsync();
        await _web.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        Received.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{string.Join('\n', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"))}\n{body}");
        if (context.Request.Path == "/mcp")
        {
            var server = new McpEndpoint();
            server.Tools.AddRange(Tools());
            server.Instead = FailAsync;
            await server.HandleAsync(context);
            return;
        }

        if (context.Request.Headers.Authorization.ToString().StartsWith("AWS4-", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync(InjectionCloud.Answer(body, _source == "aws-tag" ? Text : "all is well"));
            return;
        }

        var path = context.Request.Path.Value!;
        context.Response.StatusCode = path switch { "/broken" => 500, "/moved" => 302, _ => 200 };
        if (_source == "http-redirect" && path == "/moved")
        {
            context.Response.Headers.Location = Text;
        }

        if (_source == "http-header")
        {
            context.Response.Headers.Server = Text;
            context.Response.Headers.Warning = Text;
        }

        await context.Response.WriteAsync(path switch { "/status" or "/broken" when _source is not "http-header" => Text, "/second-half" => "second half: ments", _ => "ok" });
    }

    private async Task<bool> FailAsync(HttpContext context, JsonObject request)
    {
        if (_source != "mcp-error" || (string?)request["method"] != "tools/call")
        {
            return false;
        }

        await McpEndpoint.AnswerAsync(context, request, new JsonObject { ["isError"] = true, ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = Text }) });
        return true;
    }

    private IEnumerable<JsonObject> Tools()
    {
        var inDescription = _source == "mcp-description";
        var schema = """{"type":"object","properties":{"item":{"type":"string"},"count":{"type":"integer"}}}""";
        yield return new JsonObject { ["name"] = "stock", ["description"] = inDescription ? Text : "Pieces of an item.", ["inputSchema"] = JsonNode.Parse(schema), ["annotations"] = new JsonObject { ["readOnlyHint"] = true }, ["answer"] = inDescription ? "7" : Text };
        yield return new JsonObject { ["name"] = _source == "mcp-tool-name" ? Text : "look", ["description"] = "Looks.", ["inputSchema"] = JsonNode.Parse(schema), ["annotations"] = new JsonObject { ["readOnlyHint"] = true } };
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
        if (_source == "dns-cname")
        {
            byte[] name = [.. Text.Split('.').SelectMany(label => System.Text.Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];
            return LyingNameServer.Answer(question, 0, LyingNameServer.Record(5, name));
        }

        var text = System.Text.Encoding.UTF8.GetBytes(Text);
        var pieces = text.Chunk(200).SelectMany(piece => piece.Prepend((byte)piece.Length)).ToArray();
        return LyingNameServer.Answer(question, 0, LyingNameServer.Record(16, pieces));
    }
}
