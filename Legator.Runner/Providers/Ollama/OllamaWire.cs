using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Providers.Ollama;

/// <summary>
/// Takes out of a request what the SDK writes and Ollama's API does not know (nulls, its own bookkeeping), and says of each answer which tool it is of:
/// answers follow in the order of the calls.
/// </summary>
internal sealed class OllamaWire(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null && JsonNode.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken)) is JsonObject body)
        {
            Rewrite(body);
            var bytes = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
            bytes.Headers.ContentType = new("application/json");
            request.Content = bytes;
        }

        return await base.SendAsync(request, cancellationToken);
    }

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
