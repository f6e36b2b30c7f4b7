using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Azure;

/// <summary>Says what Azure Resource Manager answered.</summary>
internal static class AzureAnswer
{
    private const int MaxMessage = 600;

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer as JSON in one line; of a list its items.</summary>
    public static ToolOutput Of(HttpResponseMessage response, string body, AzureAccount account)
    {
        var read = Parse(body);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            return ToolOutput.Done("Azure accepted it and goes on by itself (202); look at the resource to see when it is done.");
        }

        if (!response.IsSuccessStatusCode)
        {
            return ToolOutput.Failed(Problem(response, body, read, account));
        }

        var list = (read as JsonObject)?["value"] as JsonArray;
        var more = list is not null && (read as JsonObject)?["nextLink"] is not null ? "\n[there are more than these; ask for one group or a narrower kind]" : "";
        return ToolOutput.Done(((JsonNode?)list ?? read)?.ToJsonString(Plain) + more is { Length: > 0 } text ? text : body.Length > 0 ? body : $"done ({(int)response.StatusCode})");
    }

    private static string Problem(HttpResponseMessage response, string body, JsonNode? read, AzureAccount account)
    {
        var status = (int)response.StatusCode;
        var error = (read as JsonObject)?["error"] as JsonObject ?? read as JsonObject;
        var code = Text(error, "code") ?? response.ReasonPhrase ?? "";
        var message = Text(error, "message") ?? (read is null ? body : "");
        return status == 401
            ? $"Azure refused the token of the credential '{account.Credential}' ({status} {code})."
            : $"Azure answered {status} {code}: {OutputBounds.Cut(message, MaxMessage)}";
    }

    private static string? Text(JsonObject? members, string name) => members?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static JsonNode? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
