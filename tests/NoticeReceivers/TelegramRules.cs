using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Legator.Tests.NoticeReceivers;

/// <summary>What Telegram documents of sendMessage: path, known fields, types, 1 to 4096 characters.</summary>
internal static partial class TelegramRules
{
    private static readonly string[] Known = ["chat_id", "text", "parse_mode", "entities", "link_preview_options", "disable_notification", "protect_content", "message_thread_id", "reply_markup"];

    /// <summary>What Telegram would refuse; null when nothing.</summary>
    public static string? Problem(ReceivedPost post)
    {
        var body = post.Json;
        return !Path().IsMatch(post.Path) ? "Not Found"
            : body.Select(field => field.Key).FirstOrDefault(field => !Known.Contains(field)) is { } unknown ? $"Bad Request: unknown field {unknown}"
            : body["chat_id"] is not JsonValue chat || !(chat.TryGetValue(out long _) || (chat.TryGetValue(out string? name) && name.StartsWith('@'))) ? "Bad Request: chat not found"
            : (string?)body["text"] is not { Length: > 0 } text ? "Bad Request: message text is empty"
            : text.Length > 4096 ? "Bad Request: message is too long"
            : body["link_preview_options"] is not (null or JsonObject) ? "Bad Request: link_preview_options"
            : null;
    }

    [GeneratedRegex("^/bot[0-9]+:[A-Za-z0-9_-]+/sendMessage$")]
    private static partial Regex Path();
}
