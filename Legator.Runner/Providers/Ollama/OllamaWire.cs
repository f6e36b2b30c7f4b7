using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Providers.Ollama;

/// <summary>
/// Takes out of a request what the SDK writes and Ollama's API does not know (nulls, its own bookkeeping), and says of each answer which tool it is of:
/// answers follow in the order of the calls. The SDK reads a reply line by line, and a proxy may have put one on many.
/// </summary>
internal sealed class OllamaWire(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null && JsonNode.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken)) is JsonObject body)
        {
            Rewrite(body);
            request.Content = Json(body);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && await response.Content.ReadAsByteArrayAsync(cancellationToken) is var reply && reply.AsSpan().TrimEnd("\r\n "u8).Contains((byte)'\n'))
        {
            response.Content = Json(JsonNode.Parse(reply));
        }

        return response;
    }

    private static ByteArrayContent Json(JsonNode? body) => new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") } };

    private static void Rewrite(JsonObject body)
    {
        body.Remove("CustomHeaders");
        WithoutNulls(body);
        var called = new Queue<string>();
        foreach (var message in (body["messages"] as JsonArray ?? []).OfType<JsonObject>())
        {
            WithoutNulls(message);
            message.TryAdd("content", "");
            if ((string?)message["role"] == "tool" && called.TryDequeue(out var tool))
            {
                message["tool_name"] = tool;
            }

            foreach (var call in (message["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
            {
                WithoutNulls(call);
                WithoutNulls(call["function"] as JsonObject);
                called.Enqueue((string?)call["function"]?["name"] ?? "");
            }
        }
    }

    private static void WithoutNulls(JsonObject? item)
    {
        foreach (var name in (item ?? []).Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            item!.Remove(name);
        }
    }
}
