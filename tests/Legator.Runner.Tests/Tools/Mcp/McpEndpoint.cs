using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>A small MCP server over HTTP, which says and does what a test wants.</summary>
internal sealed class McpEndpoint
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();

    /// <summary>Definitions of its tools; the member <c>answer</c> is what a call answers.</summary>
    public List<JsonObject> Tools { get; } = [];

    /// <summary>What it was asked, with the headers.</summary>
    public ConcurrentQueue<(string Method, HeaderDictionary Headers)> Requests { get; } = new();

    /// <summary>Answers a request in another way; true when it did.</summary>
    public Func<HttpContext, JsonObject, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Says that the tools changed.</summary>
    public void Change() => _events.Writer.TryWrite("""{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}""");

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Method == "GET")
        {
            await StreamAsync(context);
            return;
        }

        if (context.Request.Method != "POST")
        {
            return;
        }

        var request = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        var method = (string)request["method"]!;
        Requests.Enqueue((method, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
        if (await Instead(context, request))
        {
            return;
        }

        if (request["id"] is null)
        {
            context.Response.StatusCode = 202;
            return;
        }

        await AnswerAsync(context, request, Result(method, request["params"] as JsonObject ?? []));
    }

    public static async Task AnswerAsync(HttpContext context, JsonObject request, JsonObject? result)
    {
        var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone() };
        answer[result is null ? "error" : "result"] = result ?? new JsonObject { ["code"] = -32601, ["message"] = "Method not found" };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private JsonObject? Result(string method, JsonObject parameters) => method switch
    {
        "initialize" => new JsonObject
        {
            ["protocolVersion"] = parameters["protocolVersion"]!.DeepClone(),
            ["capabilities"] = new JsonObject { ["tools"] = new JsonObject { ["listChanged"] = true } },
            ["serverInfo"] = new JsonObject { ["name"] = "shop", ["version"] = "1.0" },
        },
        "tools/list" => new JsonObject { ["tools"] = new JsonArray([.. Tools.Select(Definition)]) },
        "tools/call" => new JsonObject
        {
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = (string?)Tools.First(t => (string?)t["name"] == (string?)parameters["name"])["answer"] ?? "done" }),
        },
        "ping" => [],
        _ => null,
    };

    private static JsonObject Definition(JsonObject tool)
    {
        var definition = (JsonObject)tool.DeepClone();
        definition.Remove("answer");
        definition["inputSchema"] ??= new JsonObject { ["type"] = "object" };
        return definition;
    }

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var next in _events.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"event: message\ndata: {next}\n\n");
                await context.Response.Body.FlushAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The client went away, which is how streams end.
        }
    }
}
