using System.Text.Json.Nodes;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Notifications.Channels;

/// <summary>A message as Slack takes it. Every text is a plain_text object, in which Slack reads no markup; what Slack would read all the same is escaped.</summary>
internal static class SlackBody
{
    private const int LongestHeader = 150;
    private const int LongestSection = 2_900;
    private const int LongestField = 1_900;
    private const int MostFields = 10;

    public static JsonObject Of(Notification message)
    {
        var blocks = new JsonArray { new JsonObject { ["type"] = "header", ["text"] = Text($"{Mark(message.Severity)} {message.Title}", LongestHeader) } };
        if (message.Text.Length > 0)
        {
            blocks.Add(new JsonObject { ["type"] = "section", ["text"] = Text(message.Text, LongestSection) });
        }

        if (message.Facts.Count > 0)
        {
            blocks.Add(new JsonObject { ["type"] = "section", ["fields"] = new JsonArray([.. message.Facts.Take(MostFields).Select(fact => (JsonNode)Text($"{fact.Name}: {fact.Value}", LongestField))]) });
        }

        var hints = new[] { message.Command, message.Link }.OfType<string>().Append($"delivery {message.Id}");
        blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray([.. hints.Select(hint => (JsonNode)Text(hint, LongestField))]) });
        return new JsonObject
        {
            ["text"] = Escaped($"{Mark(message.Severity)} {message.Title}", LongestSection),
            ["blocks"] = blocks,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
    }

    private static string Mark(Severity severity) => $"[{severity.ToString().ToUpperInvariant()}]";

    private static JsonObject Text(string text, int limit) => new() { ["type"] = "plain_text", ["text"] = Escaped(text, limit), ["emoji"] = false };

    private static string Escaped(string text) => PlainText.Defused(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Slack counts what it gets, so what is escaped has to fit.</summary>
    private static string Escaped(string text, int limit)
    {
        for (var length = limit; ; length = length * 3 / 4)
        {
            if (Escaped(PlainText.Cut(text, length)) is var escaped && escaped.Length <= limit)
            {
                return escaped;
            }
        }
    }
}
