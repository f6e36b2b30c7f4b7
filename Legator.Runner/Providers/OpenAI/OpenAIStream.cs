using System.Text;
using System.Text.Json.Nodes;
using Legator.Runner.Providers.Streams;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>Chunks of chat completions, and the completion that they make.</summary>
internal sealed class OpenAIStream : ReplyStream
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _refusal = new();
    private readonly StringBuilder _thought = new();
    private readonly List<OpenAIStreamedCall> _calls = [];
    private JsonObject? _first;
    private JsonObject? _usage;
    private string? _finish;

    public override void Ask(JsonObject request)
    {
        request["stream"] = true;
        request["stream_options"] = new JsonObject { ["include_usage"] = true };
    }

    protected override long? Limit(JsonObject request) => Number(request["max_completion_tokens"]) ?? Number(request["max_tokens"]);

    public override void AddText(string text) => IsWhole |= text == "[DONE]";

    public override void Add(JsonObject part)
    {
        if (part["error"] is { } error)
        {
            Failure = StreamFailure.Of(new JsonObject { ["error"] = error.DeepClone() }, Text((error as JsonObject)?["type"]), Number((error as JsonObject)?["code"]));
            return;
        }

        _first ??= part;
        _usage = part["usage"] as JsonObject ?? _usage;
        foreach (var choice in (part["choices"] as JsonArray ?? []).OfType<JsonObject>().Where(choice => Number(choice["index"]) is null or 0))
        {
            // Moonshot has told usage here, too.
            _usage = choice["usage"] as JsonObject ?? _usage;
            AddDelta(choice["delta"] as JsonObject ?? []);
            _finish = Text(choice["finish_reason"]) ?? _finish;
            IsWhole |= _finish is not null;
        }
    }

    public override JsonObject Reply(JsonObject request, bool isCut)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = OrNull(_content), ["refusal"] = OrNull(_refusal) };
        if (_thought.Length > 0)
        {
            message["reasoning_content"] = _thought.ToString();
        }

        if (_calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. _calls.Select(call => (JsonNode)call.ToJson())]);
        }

        return new JsonObject
        {
            ["id"] = Text(_first?["id"]) ?? "",
            ["object"] = "chat.completion",
            ["created"] = Number(_first?["created"]) ?? 0,
            ["model"] = Text(_first?["model"]) ?? "",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = isCut ? "length" : _finish ?? "stop" }),
            ["usage"] = _usage?.DeepClone() ?? (isCut ? Estimated(request) : null),
        };
    }

    private JsonObject Estimated(JsonObject request)
    {
        var sent = SentTokens(request);
        return new JsonObject { ["prompt_tokens"] = sent, ["completion_tokens"] = Tokens.Estimate, ["total_tokens"] = sent + Tokens.Estimate };
    }

    private void AddDelta(JsonObject delta)
    {
        Hear(_content, delta["content"]);
        Hear(_refusal, delta["refusal"]);
        Hear(_thought, delta["reasoning_content"]);
        foreach (var piece in (delta["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
        {
            CallOf(piece).Add(piece, Tokens);
        }
    }

    /// <summary>Some servers number no calls, and some number all of them alike: a new id is a new call.</summary>
    private OpenAIStreamedCall CallOf(JsonObject piece)
    {
        var (index, id) = (Number(piece["index"]), Text(piece["id"]) is { Length: > 0 } given ? given : null);
        var call = _calls.LastOrDefault(known => index is null || known.Index == index);
        if (call is null || (id is not null && call.Id is not null && call.Id != id))
        {
            call = new OpenAIStreamedCall(index);
            _calls.Add(call);
        }

        return call;
    }

    private void Hear(StringBuilder whole, JsonNode? piece)
    {
        var text = Text(piece);
        whole.Append(text);
        Tokens.Add(text);
    }

    private static JsonNode? OrNull(StringBuilder text) => text.Length > 0 ? JsonValue.Create(text.ToString()) : null;
}
