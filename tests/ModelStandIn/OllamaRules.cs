using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>Ollama's own API.</summary>
internal sealed class OllamaRules : IVendorRules
{
    private static readonly SchemaCheck Schema = SchemaCheck.Load("ollama.json");

    public string Path => "/api/chat";

    public string ModelsPath => "/api/tags";

    public string? Refusal(IReadOnlyDictionary<string, string> headers, string key) =>
        headers.GetValueOrDefault("Authorization") is null or { Length: 0 } || headers["Authorization"] == $"Bearer {key}" ? null : "unauthorized";

    public IEnumerable<string> Problems(JsonObject body)
    {
        var schema = Schema.Problems(body);
        return schema.Count > 0 ? schema : [.. Turns((JsonArray)body["messages"]!), .. ToolSchemas.Problems([.. (body["tools"] as JsonArray ?? []).Select(t => t!["function"]!).Select(f => ((string)f["name"]!, f["parameters"]))]), .. body.ContainsKey("stream") ? Array.Empty<string>() : ["stream: is true where it is not said"]];
    }

    public JsonObject Reply(StandInTurn turn, string model)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = turn.Text };
        if (turn.Calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. turn.Calls.Select((c, i) => (JsonNode)new JsonObject { ["id"] = c.Id, ["function"] = new JsonObject { ["index"] = i, ["name"] = c.Name, ["arguments"] = JsonNode.Parse(c.Arguments) } })]);
        }

        return new JsonObject
        {
            ["model"] = model,
            ["created_at"] = "2025-10-17T23:14:07.414671Z",
            ["message"] = message,
            ["done"] = true,
            ["done_reason"] = turn.End == StandInEnd.CutOff ? "length" : "stop",
            ["total_duration"] = 174560334,
            ["load_duration"] = 101397084,
            ["prompt_eval_count"] = turn.TokensIn,
            ["prompt_eval_duration"] = 13074791,
            ["eval_count"] = turn.TokensOut,
            ["eval_duration"] = 52479709,
        };
    }

    public string StreamType => "application/x-ndjson";

    public IEnumerable<string> Stream(StandInTurn turn, string model)
    {
        var whole = Reply(turn, model);
        foreach (var piece in StreamPieces.Of(turn.Text))
        {
            yield return Line(new JsonObject { ["role"] = "assistant", ["content"] = piece });
        }

        foreach (var call in whole["message"]!["tool_calls"] as JsonArray ?? [])
        {
            yield return Line(new JsonObject { ["role"] = "assistant", ["content"] = "", ["tool_calls"] = new JsonArray(call!.DeepClone()) });
        }

        whole["message"] = new JsonObject { ["role"] = "assistant", ["content"] = "" };
        yield return whole.ToJsonString() + "\n";

        string Line(JsonObject message) =>
            new JsonObject { ["model"] = model, ["created_at"] = "2025-10-17T23:14:07.414671Z", ["message"] = message, ["done"] = false }.ToJsonString() + "\n";
    }

    public JsonObject Models(IEnumerable<string> names) => new()
    {
        ["models"] = new JsonArray([.. names.Select(n => (JsonNode)new JsonObject { ["name"] = n, ["model"] = n, ["modified_at"] = "2025-10-03T23:34:03.409490317-07:00", ["size"] = 3338801804, ["digest"] = "a2af6cc3" })]),
    };

    public JsonObject Error(int status, string message) => new() { ["error"] = message };

    private static IEnumerable<string> Turns(JsonArray messages)
    {
        var waiting = new Queue<string>();
        foreach (var (message, index) in messages.Select((m, i) => (m!, i)))
        {
            if ((string)message["role"]! == "tool")
            {
                if (!waiting.TryDequeue(out var called) || (string?)message["tool_name"] != called)
                {
                    yield return $"messages.{index}: the answer to {called ?? "nothing"} names {message["tool_name"]?.ToJsonString() ?? "no tool"}";
                }

                continue;
            }

            if (waiting.Count > 0)
            {
                yield return $"messages.{index}: no answer to {string.Join(",", waiting)}";
                waiting.Clear();
            }

            if (((string)message["content"]!).Length == 0 && message["tool_calls"] is null)
            {
                yield return $"messages.{index}: content is empty";
            }

            foreach (var call in message["tool_calls"] as JsonArray ?? [])
            {
                waiting.Enqueue((string)call!["function"]!["name"]!);
            }
        }
    }
}
