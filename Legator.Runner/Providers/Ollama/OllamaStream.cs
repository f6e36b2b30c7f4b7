using System.Text;
using System.Text.Json.Nodes;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers.Ollama;

/// <summary>Lines of Ollama's chat, and the reply that they make.</summary>
internal sealed class OllamaStream : ReplyStream
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _thinking = new();
    private readonly JsonArray _calls = [];
    private JsonObject _last = [];

    public override bool IsOfLines => true;

    public override void Ask(JsonObject request) => request["stream"] = true;

    protected override long? Limit(JsonObject request) => Number((request["options"] as JsonObject)?["num_predict"]);

    public override void Add(JsonObject part)
    {
        if (part["error"] is { } error)
        {
            Failure = StreamFailure.Of(new JsonObject { ["error"] = error.DeepClone() }, null, null);
            return;
        }

        _last = part;
        IsWhole |= part["done"] is JsonValue done && done.TryGetValue<bool>(out var isDone) && isDone;
        var message = part["message"] as JsonObject;
        Hear(_content, message?["content"]);
        Hear(_thinking, message?["thinking"]);
        foreach (var call in (message?["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Tokens.Add(call.ToJsonString());
            _calls.Add(call.DeepClone());
        }
    }

    public override JsonObject Reply(JsonObject request, bool isCut)
    {
        var reply = (JsonObject)_last.DeepClone();
        var message = new JsonObject { ["role"] = "assistant", ["content"] = _content.ToString() };
        if (_thinking.Length > 0)
        {
            message["thinking"] = _thinking.ToString();
        }

        if (_calls.Count > 0)
        {
            message["tool_calls"] = _calls.DeepClone();
        }

        (reply["message"], reply["done"]) = (message, true);
        if (isCut)
        {
            (reply["done_reason"], reply["prompt_eval_count"], reply["eval_count"]) = ("length", SentTokens(request), Tokens.Estimate);
        }

        return reply;
    }

    private void Hear(StringBuilder whole, JsonNode? piece)
    {
        var text = Text(piece);
        whole.Append(text);
        Tokens.Add(text);
    }
}
