using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>Anthropic's Messages API.</summary>
internal sealed class AnthropicRules : IVendorRules
{
    private static readonly SchemaCheck Schema = SchemaCheck.Load("anthropic.json");

    public string Path => "/v1/messages";

    public string ModelsPath => "/v1/models";

    public string? Refusal(IReadOnlyDictionary<string, string> headers, string key) =>
        headers.GetValueOrDefault("anthropic-version") is not "2023-06-01" ? "anthropic-version: header is required"
        : headers.ContainsKey("x-api-key") && headers.ContainsKey("Authorization") ? "only one of x-api-key and Authorization may be sent"
        : headers.GetValueOrDefault("x-api-key") is { } sent ? sent == key ? null : "invalid x-api-key"
        : headers.GetValueOrDefault("Authorization") == $"Bearer {key}" ? null
        : "x-api-key header is required";

    public IEnumerable<string> Problems(JsonObject body)
    {
        var schema = Schema.Problems(body);
        return schema.Count > 0 ? schema : [.. Turns((JsonArray)body["messages"]!), .. Tools(body), .. Marks(body)];
    }

    public JsonObject Reply(StandInTurn turn, string model) => new()
    {
        ["id"] = "msg_013Zva2CMHLNnjNjJJKqJ2EF",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = model,
        ["content"] = new JsonArray([.. Blocks(turn)]),
        ["stop_reason"] = turn.End switch { StandInEnd.CutOff => "max_tokens", StandInEnd.Refused => "refusal", _ when turn.Calls.Count > 0 => "tool_use", _ => "end_turn" },
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = turn.TokensIn - turn.Cached - turn.Written,
            ["cache_creation_input_tokens"] = turn.Written,
            ["cache_read_input_tokens"] = turn.Cached,
            ["output_tokens"] = turn.TokensOut,
            ["service_tier"] = "standard",
        },
    };

    public string StreamType => "text/event-stream";

    public IEnumerable<string> Stream(StandInTurn turn, string model)
    {
        var whole = Reply(turn, model);
        var start = (JsonObject)whole.DeepClone();
        (start["content"], start["stop_reason"]) = (new JsonArray(), null);
        start["usage"]!["output_tokens"] = 1;
        yield return Event("message_start", new JsonObject { ["message"] = start });
        yield return Event("ping", []);
        foreach (var (block, index) in whole["content"]!.AsArray().Select((b, i) => ((JsonObject)b!, i)))
        {
            var isText = (string)block["type"]! == "text";
            var written = isText ? (string)block["text"]! : turn.Calls.First(c => c.Id == (string)block["id"]!).Arguments;
            var empty = (JsonObject)block.DeepClone();
            empty[isText ? "text" : "input"] = isText ? "" : new JsonObject();
            yield return Event("content_block_start", new JsonObject { ["index"] = index, ["content_block"] = empty });
            foreach (var piece in StreamPieces.Of(written))
            {
                var delta = isText ? new JsonObject { ["type"] = "text_delta", ["text"] = piece } : new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = piece };
                yield return Event("content_block_delta", new JsonObject { ["index"] = index, ["delta"] = delta });
            }

            yield return Event("content_block_stop", new JsonObject { ["index"] = index });
        }

        var end = new JsonObject { ["stop_reason"] = whole["stop_reason"]!.DeepClone(), ["stop_sequence"] = null };
        yield return Event("message_delta", new JsonObject { ["delta"] = end, ["usage"] = new JsonObject { ["output_tokens"] = turn.TokensOut } });
        yield return Event("message_stop", []);
    }

    public JsonObject Models(IEnumerable<string> names) => new()
    {
        ["data"] = new JsonArray([.. names.Select(n => (JsonNode)new JsonObject { ["type"] = "model", ["id"] = n, ["display_name"] = n, ["created_at"] = "2025-02-19T00:00:00Z" })]),
        ["has_more"] = false,
        ["first_id"] = names.FirstOrDefault(),
        ["last_id"] = names.LastOrDefault(),
    };

    public JsonObject Error(int status, string message) => new()
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = status switch { 401 => "authentication_error", 404 => "not_found_error", 429 => "rate_limit_error", 529 => "overloaded_error", >= 500 => "api_error", _ => "invalid_request_error" }, ["message"] = message },
        ["request_id"] = "req_011CSHoEeqs5C35K2UUqR7Fy",
    };

    private static string Event(string type, JsonObject data)
    {
        data["type"] = type;
        return StreamPieces.Event(data.ToJsonString(), type);
    }

    private static IEnumerable<JsonNode> Blocks(StandInTurn turn)
    {
        if (turn.Text.Length > 0)
        {
            yield return new JsonObject { ["type"] = "text", ["text"] = turn.Text };
        }

        foreach (var call in turn.Calls)
        {
            yield return new JsonObject { ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Name, ["input"] = turn.IsOdd ? new JsonObject() : JsonNode.Parse(call.Arguments) };
        }
    }

    private static IEnumerable<string> Turns(JsonArray messages)
    {
        for (var index = 0; index < messages.Count; index++)
        {
            var role = (string)messages[index]!["role"]!;
            if (role != (index % 2 == 0 ? "user" : "assistant"))
            {
                yield return $"messages.{index}: roles must alternate between user and assistant, beginning with user";
            }

            var called = index == 0 ? [] : Ids(messages[index - 1]!, "tool_use", "id");
            var answered = Ids(messages[index]!, "tool_result", "tool_use_id");
            if (!called.SequenceEqual(answered) && !called.Order().SequenceEqual(answered.Order()))
            {
                yield return $"messages.{index}: tool_use ids {string.Join(",", called)} need their tool_result blocks immediately after, each exactly once, and no others: found {string.Join(",", answered)}";
            }

            if (messages[index]!["content"] is JsonArray blocks && blocks.Select(b => (string)b!["type"]! == "tool_result").SkipWhile(is_ => is_).Contains(true))
            {
                yield return $"messages.{index}: tool_result blocks must come first in the content";
            }
        }

        if ((string)messages[^1]!["role"]! != "user")
        {
            yield return "messages: the last message must be the user's";
        }

        var ids = messages.SelectMany(m => Ids(m!, "tool_use", "id")).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return "messages: `tool_use` ids must be unique";
        }
    }

    private static IEnumerable<string> Tools(JsonObject body)
    {
        var tools = body["tools"] as JsonArray ?? [];
        foreach (var problem in ToolSchemas.Problems([.. tools.Select(t => ((string)t!["name"]!, t["input_schema"]))]))
        {
            yield return problem;
        }

        if (tools.Count == 0 && body["messages"]!.AsArray().Any(m => Ids(m!, "tool_use", "id").Count > 0))
        {
            yield return "Requests which have `tool_use` or `tool_result` blocks in messages must define tools";
        }

        if (tools.Count == 0 && body.ContainsKey("tool_choice"))
        {
            yield return "tool_choice may only be specified while providing tools";
        }

        foreach (var schema in (body["tools"] as JsonArray ?? []).Select(t => (JsonObject)t!["input_schema"]!).Where(s => s.ContainsKey("oneOf") || s.ContainsKey("anyOf") || s.ContainsKey("allOf")))
        {
            yield return $"tools: input_schema does not support oneOf, allOf, or anyOf at the top level: {schema.ToJsonString()}";
        }
    }

    private static IEnumerable<string> Marks(JsonObject body)
    {
        var all = new[] { body["system"], body["tools"] }.OfType<JsonArray>().Concat(body["messages"]!.AsArray().Select(m => m!["content"]).OfType<JsonArray>());
        var marks = all.SelectMany(list => list).Count(block => block!["cache_control"] is not null);
        return marks > 4 ? [$"A maximum of 4 blocks with cache_control may be provided. Found {marks}."] : [];
    }

    private static List<string> Ids(JsonNode message, string type, string field) => message["content"] is JsonArray blocks
        ? [.. blocks.Where(b => (string)b!["type"]! == type).Select(b => (string)b![field]!)]
        : [];
}
