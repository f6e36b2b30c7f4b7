using System.Text.Json.Nodes;

namespace Legator.Runner.Tests.Vendors;

/// <summary>Replies in the shape of OpenAI's chat completions.</summary>
internal static class OpenAIReplies
{
    public static VendorReply Says(string text, string finish = "stop", int tokensIn = 10, int tokensOut = 5) => Completion(
        new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = null }, finish, tokensIn, tokensOut);

    public static VendorReply Calls(params (string Id, string Name, string Arguments)[] calls) => Calls(10, 5, calls);

    public static VendorReply Calls(int tokensIn, int tokensOut, params (string Id, string Name, string Arguments)[] calls)
    {
        var list = calls.Select(c => (JsonNode)new JsonObject
        {
            ["id"] = c.Id,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = c.Name, ["arguments"] = c.Arguments },
        });
        return Completion(new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray([.. list]) }, "tool_calls", tokensIn, tokensOut);
    }

    private static VendorReply Completion(JsonObject message, string finish, int tokensIn, int tokensOut) => new(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1764000000,
        ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = finish }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = tokensIn, ["completion_tokens"] = tokensOut, ["total_tokens"] = tokensIn + tokensOut },
    }.ToJsonString());
}
