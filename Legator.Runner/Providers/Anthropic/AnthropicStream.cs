using System.Text.Json.Nodes;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers.Anthropic;

/// <summary>Events of the Messages API, and the message that they make.</summary>
internal sealed class AnthropicStream : ReplyStream
{
    private readonly SortedDictionary<long, AnthropicStreamedBlock> _blocks = [];
    private JsonObject _message = [];

    public override void Ask(JsonObject request) => request["stream"] = true;

    protected override long? Limit(JsonObject request) => Number(request["max_tokens"]);

    public override void Add(JsonObject part)
    {
        switch (Text(part["type"]))
        {
            case "message_start":
                _message = (JsonObject?)part["message"]?.DeepClone() ?? [];
                break;
            case "content_block_start" when part["content_block"] is JsonObject block:
                _blocks[Number(part["index"]) ?? _blocks.Count] = new AnthropicStreamedBlock(block);
                break;
            case "content_block_delta" when part["delta"] is JsonObject delta && _blocks.TryGetValue(Number(part["index"]) ?? -1, out var open):
                open.Add(delta, Tokens);
                break;
            case "message_delta":
                Merge(_message, part["delta"]);
                Merge((JsonObject)(_message["usage"] ??= new JsonObject()), part["usage"]);
                break;
            case "message_stop":
                IsWhole = true;
                break;
            case "error":
                Failure = StreamFailure.Of((JsonObject)part.DeepClone(), Text((part["error"] as JsonObject)?["type"]), null);
                break;
        }
    }

    public override JsonObject Reply(JsonObject request, bool isCut)
    {
        var message = (JsonObject)_message.DeepClone();
        message["content"] = new JsonArray([.. _blocks.Values.Select(block => (JsonNode)block.ToJson())]);
        if (isCut)
        {
            message["stop_reason"] = "max_tokens";
            var usage = (JsonObject)(message["usage"] ??= new JsonObject { ["input_tokens"] = SentTokens(request) });
            usage["output_tokens"] = Math.Max(Number(usage["output_tokens"]) ?? 0, Tokens.Estimate);
        }

        return message;
    }

    private static void Merge(JsonObject whole, JsonNode? changes)
    {
        foreach (var (name, value) in changes as JsonObject ?? [])
        {
            if (value is not null)
            {
                whole[name] = value.DeepClone();
            }
        }
    }
}
