using System.Text.Json.Nodes;

namespace Legator.Tests.NoticeReceivers;

/// <summary>What Slack documents of chat.postMessage and incoming webhooks: known fields, limits of blocks, escaping.</summary>
internal static class SlackRules
{
    private static readonly string[] Known = ["channel", "text", "blocks", "unfurl_links", "unfurl_media", "metadata", "mrkdwn", "parse", "link_names", "thread_ts"];

    /// <summary>What Slack would refuse, or read as markup; null when nothing.</summary>
    public static string? Problem(ReceivedPost post, bool isApi)
    {
        var body = post.Json;
        return body.Select(field => field.Key).FirstOrDefault(field => !Known.Contains(field)) is { } unknown ? $"unknown field {unknown}"
            : !post.Header("content-type").StartsWith("application/json", StringComparison.Ordinal) ? "invalid content type"
            : isApi && !post.Header("authorization").StartsWith("Bearer xoxb-", StringComparison.Ordinal) ? "not_authed"
            : isApi && (string?)body["channel"] is not { Length: > 0 } ? "channel_not_found"
            : (string?)body["text"] is not { Length: > 0 and <= 4000 } text ? "no_text"
            : body["blocks"] is not JsonArray { Count: > 0 and <= 50 } blocks ? "invalid_blocks"
            : Markup(text) ?? blocks.Select(block => Problem(block!.AsObject())).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(JsonObject block) => (string?)block["type"] switch
    {
        "header" => Text(block["text"], 150, plainOnly: true),
        "section" when block["text"] is { } text => Text(text, 3000),
        "section" => block["fields"] is JsonArray { Count: > 0 and <= 10 } fields ? fields.Select(field => Text(field, 2000)).FirstOrDefault(p => p is not null) : "invalid fields",
        "context" => block["elements"] is JsonArray { Count: > 0 and <= 10 } elements ? elements.Select(element => Text(element, 3000)).FirstOrDefault(p => p is not null) : "invalid elements",
        var type => $"unknown block {type}",
    };

    private static string? Text(JsonNode? node, int limit, bool plainOnly = false)
    {
        var (type, text) = ((string?)node?["type"], (string?)node?["text"]);
        return type is not "plain_text" && (plainOnly || type is not "mrkdwn") ? $"invalid text type {type}"
            : text is not { Length: > 0 } || text.Length > limit ? $"text of {text?.Length} characters where {limit} are allowed"
            : Markup(text);
    }

    // What is not escaped is read: <!channel>, <@user>, <https://evil|good>.
    private static string? Markup(string text) => text.Contains('<') || text.Contains('>') ? $"markup: {text}" : null;
}
