using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>OpenAI's chat completions, by OpenAI itself, or as vLLM, Moonshot and others serve them.</summary>
/// <param name="provider">The provider's name in a tier.</param>
internal sealed class OpenAIRules(string provider) : IVendorRules
{
    private const string Thought = "The user wants me to look first.";

    private static readonly SchemaCheck OpenAIs = SchemaCheck.Load("openai.json");
    private static readonly SchemaCheck Moonshots = SchemaCheck.Load("kimi.json");

    public string Path => "/v1/chat/completions";

    public string ModelsPath => "/v1/models";

    public string? Refusal(IReadOnlyDictionary<string, string> headers, string key) =>
        headers.ContainsKey("x-api-key") || headers.ContainsKey("anthropic-version") ? "that header is another vendor's"
        : headers.GetValueOrDefault("Authorization") == $"Bearer {key}" ? null
        : "Incorrect API key provided";

    public IEnumerable<string> Problems(JsonObject body)
    {
        var schema = (provider == "kimi" ? Moonshots : OpenAIs).Problems(body);
        return schema.Count > 0 ? schema : [.. Order((JsonArray)body["messages"]!), .. Turns((JsonArray)body["messages"]!), .. Tools(body)];
    }

    public JsonObject Reply(StandInTurn turn, string model)
    {
        var refused = turn.End == StandInEnd.Refused;
        JsonObject message = new() { ["role"] = "assistant", ["content"] = refused || turn.Text.Length == 0 ? null : turn.Text, ["refusal"] = refused ? turn.Text : null, ["annotations"] = new JsonArray() };
        if (turn.Calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. turn.Calls.Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = c.Name, ["arguments"] = c.Arguments } })]);
        }

        if (provider == "kimi")
        {
            message["reasoning_content"] = Thought;
        }

        return new JsonObject
        {
            ["id"] = "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
            ["object"] = "chat.completion",
            ["created"] = 1764000000,
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = message,
                ["logprobs"] = null,
                ["finish_reason"] = turn.End == StandInEnd.CutOff ? "length" : turn.Calls.Count > 0 ? "tool_calls" : "stop",
            }),
            ["usage"] = provider == "kimi" ? Moonshot(turn) : new JsonObject
            {
                ["prompt_tokens"] = turn.TokensIn,
                ["completion_tokens"] = turn.TokensOut,
                ["total_tokens"] = turn.TokensIn + turn.TokensOut,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = turn.Cached, ["audio_tokens"] = 0 },
                ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0, ["audio_tokens"] = 0, ["accepted_prediction_tokens"] = 0, ["rejected_prediction_tokens"] = 0 },
            },
            ["service_tier"] = "default",
        };
    }

    private static JsonObject Moonshot(StandInTurn turn) => new()
    {
        ["prompt_tokens"] = turn.TokensIn, ["completion_tokens"] = turn.TokensOut, ["total_tokens"] = turn.TokensIn + turn.TokensOut, ["cached_tokens"] = turn.Cached,
    };

    public string StreamType => "text/event-stream";

    public IEnumerable<string> Stream(StandInTurn turn, string model)
    {
        var whole = Reply(turn, model);
        var (message, finish) = ((JsonObject)whole["choices"]![0]!["message"]!, (string)whole["choices"]![0]!["finish_reason"]!);
        yield return Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        foreach (var member in new[] { "reasoning_content", "content", "refusal" })
        {
            foreach (var piece in StreamPieces.Of((string?)message[member] ?? ""))
            {
                yield return Chunk(new JsonObject { [member] = piece }, null);
            }
        }

        foreach (var (call, index) in turn.Calls.Select((c, i) => (c, i)))
        {
            yield return Chunk(Called(index, call.Id, call.Name, ""), null);
            foreach (var piece in StreamPieces.Of(call.Arguments))
            {
                yield return Chunk(Called(index, null, null, piece), null);
            }
        }

        yield return Chunk([], finish);
        yield return StreamPieces.Event(ChunkOf([], (JsonObject)whole["usage"]!.DeepClone()).ToJsonString());
        yield return StreamPieces.Event("[DONE]");

        string Chunk(JsonObject delta, string? end) =>
            StreamPieces.Event(ChunkOf([new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = end }], null).ToJsonString());

        JsonObject ChunkOf(JsonArray choices, JsonObject? usage) => new()
        {
            ["id"] = whole["id"]!.DeepClone(), ["object"] = "chat.completion.chunk", ["created"] = whole["created"]!.DeepClone(), ["model"] = model, ["choices"] = choices, ["usage"] = usage,
        };
    }

    public JsonObject Models(IEnumerable<string> names) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. names.Select(n => (JsonNode)new JsonObject { ["id"] = n, ["object"] = "model", ["created"] = 1764000000, ["owned_by"] = "someone" })]),
    };

    public JsonObject Error(int status, string message) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = status switch { 401 => "authentication_error", 429 => "rate_limit_error", >= 500 => "server_error", _ => "invalid_request_error" }, ["param"] = null, ["code"] = null },
    };

    private static IEnumerable<string> Order(JsonArray messages)
    {
        var roles = messages.Select(message => (string)message!["role"]!).SkipWhile(role => role is "system" or "developer").ToList();
        if (roles is not ["user", ..] || roles[^1] is "assistant" || roles.Contains("system") || roles.Contains("developer"))
        {
            yield return $"messages: the roles are {string.Join(",", roles)}: after the system's the user begins, and the model does not have the last word";
        }

        foreach (var index in Enumerable.Range(1, Math.Max(0, roles.Count - 1)).Where(i => roles[i] == roles[i - 1] && roles[i] != "tool"))
        {
            yield return $"messages: {roles[index]} speaks twice in a row";
        }
    }

    /// <summary>Moonshot numbers no calls.</summary>
    private JsonObject Called(int index, string? id, string? name, string arguments)
    {
        var function = new JsonObject { ["arguments"] = arguments };
        var call = new JsonObject { ["index"] = index, ["function"] = function };
        if (name is not null)
        {
            (call["id"], call["type"], function["name"]) = (id, "function", name);
        }

        if (provider == "kimi")
        {
            call.Remove("index");
        }

        return new JsonObject { ["tool_calls"] = new JsonArray(call) };
    }

    private IEnumerable<string> Turns(JsonArray messages)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (message, index) in messages.Select((m, i) => (m!, i)))
        {
            var role = (string)message["role"]!;
            if (role == "tool")
            {
                if (!open.Remove((string)message["tool_call_id"]!))
                {
                    yield return $"messages.{index}: messages with role 'tool' must be a response to a preceding message with 'tool_calls'";
                }

                continue;
            }

            if (open.Count > 0)
            {
                yield return $"messages.{index}: an assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. Without: {string.Join(",", open)}";
                open.Clear();
            }

            foreach (var call in message["tool_calls"] as JsonArray ?? [])
            {
                open.Add((string)call!["id"]!);
            }

            foreach (var problem in Assistant(message, index))
            {
                yield return problem;
            }
        }

        if (open.Count > 0)
        {
            yield return $"messages: no tool messages respond to {string.Join(",", open)}";
        }
    }

    private IEnumerable<string> Assistant(JsonNode message, int index)
    {
        if ((string)message["role"]! != "assistant")
        {
            yield break;
        }

        if (message["tool_calls"] is not null && !IsThoughtOf(message))
        {
            yield return provider == "kimi" ? $"thinking is enabled but reasoning_content is missing in assistant tool call message at index {index}" : $"messages.{index}: reasoning_content is not known";
        }

        if (message["content"] is null && message["tool_calls"] is null && message["refusal"] is null)
        {
            yield return $"messages.{index}: content is required unless tool_calls is specified";
        }

        if (provider == "kimi" && message["content"] is not JsonValue)
        {
            yield return $"messages.{index}: content is required";
        }

        foreach (var call in message["tool_calls"] as JsonArray ?? [])
        {
            if (provider == "openai" && ((string)call!["id"]!).Length > 40)
            {
                yield return $"messages.{index}: tool call ids may have 40 characters";
            }

            JsonNode? arguments = null;
            try
            {
                arguments = JsonNode.Parse((string)call!["function"]!["arguments"]!);
            }
            catch (System.Text.Json.JsonException)
            {
            }

            if (arguments is not JsonObject)
            {
                yield return $"messages.{index}: arguments of a call must be a JSON object";
            }
        }
    }

    /// <summary>Moonshot wants its model's thoughts back with each call of it, and some thought with the calls of others; nobody else knows the field.</summary>
    private bool IsThoughtOf(JsonNode message) => (provider, (string?)message["reasoning_content"], ((string)message["tool_calls"]![0]!["id"]!).StartsWith("functions.", StringComparison.Ordinal)) switch
    {
        ("kimi", var thought, true) => thought == Thought,
        ("kimi", var thought, false) => !string.IsNullOrWhiteSpace(thought),
        var (_, thought, _) => thought is null,
    };

    private IEnumerable<string> Tools(JsonObject body)
    {
        if (body.ContainsKey("tool_choice") && !body.ContainsKey("tools"))
        {
            yield return "'tool_choice' is only allowed when 'tools' are specified.";
        }

        if (body.ContainsKey(provider == "openai" ? "max_tokens" : "max_completion_tokens"))
        {
            yield return $"{provider} names the limit of a reply otherwise";
        }

        if (body.ContainsKey("stream_options") && (bool?)body["stream"] is not true)
        {
            yield return "stream_options may only be set where stream is";
        }

        var functions = (body["tools"] as JsonArray ?? []).Select(t => t!["function"]!).ToList();
        foreach (var problem in ToolSchemas.Problems([.. functions.Select(function => ((string)function["name"]!, function["parameters"]))]))
        {
            yield return problem;
        }

        foreach (var name in functions.Select(function => (string)function["name"]!).Where(name => provider == "kimi" && !(char.IsAsciiLetter(name[0]) || name[0] == '_')))
        {
            yield return $"the function name {name} begins with neither a letter nor an underscore";
        }

        foreach (var function in (body["tools"] as JsonArray ?? []).Select(t => (JsonObject)t!["function"]!))
        {
            foreach (var word in new[] { "oneOf", "anyOf", "allOf", "enum", "not" }.Where(((JsonObject)function["parameters"]!).ContainsKey))
            {
                yield return $"Invalid schema for function '{function["name"]}': schema must have type 'object' and not have '{word}' at the top level";
            }
        }
    }
}
