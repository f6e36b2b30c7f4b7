using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Telegram;

/// <summary>Which chats may speak to Legator, and as whom.</summary>
internal sealed class ChatBindings(IOptions<TelegramOptions> options)
{
    private static readonly JsonSerializerOptions Strict = new(LegatorJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly Dictionary<long, ChatBinding> byChat = Parse(options.Value.Bindings).Bindings.ToDictionary(b => b.ChatId);

    /// <summary>The identity of a chat; null for a chat that is not bound.</summary>
    public ChatBinding? Find(long chatId) => byChat.GetValueOrDefault(chatId);

    /// <summary>Reads the JSON array; each problem names the field at fault.</summary>
    public static (IReadOnlyList<ChatBinding> Bindings, IReadOnlyList<string> Problems) Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return ([], ["not set: bind at least one chat, e.g. [{\"chatId\": 7525575507, \"name\": \"On call\"}]."]);
        }

        try
        {
            var read = JsonSerializer.Deserialize<List<ChatBinding?>>(json, Strict) ?? [];
            var problems = Problems(read).ToList();
            return (problems.Count == 0 ? [.. read.Select(WithDefaults!)] : [], problems);
        }
        catch (JsonException e)
        {
            return ([], [$"{Place(e)} cannot be read: write a JSON array of objects with chatId (a number) and, as wanted, subject, email, name (texts) and groups (array of texts)."]);
        }
    }

    private static IEnumerable<string> Problems(List<ChatBinding?> bindings)
    {
        if (bindings.Count == 0)
        {
            yield return "the array is empty: bind at least one chat.";
        }

        for (var i = 0; i < bindings.Count; i++)
        {
            if (bindings[i] is not { ChatId: not 0 })
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"[{i}].chatId is missing or 0: write the number of the chat; an unbound chat is told its number.");
            }
        }

        foreach (var twice in bindings.Where(b => b is { ChatId: not 0 }).GroupBy(b => b!.ChatId).Where(g => g.Count() > 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"chatId {twice.Key} is bound {twice.Count()} times: bind each chat once.");
        }
    }

    private static ChatBinding WithDefaults(ChatBinding binding) => binding with
    {
        Subject = string.IsNullOrWhiteSpace(binding.Subject) ? string.Create(CultureInfo.InvariantCulture, $"telegram:{binding.ChatId}") : binding.Subject,
        Name = string.IsNullOrWhiteSpace(binding.Name) ? string.Create(CultureInfo.InvariantCulture, $"Telegram chat {binding.ChatId}") : binding.Name,
    };

    private static string Place(JsonException e) => e.Path is { Length: > 1 } path
        ? path[1..]
        : string.Create(CultureInfo.InvariantCulture, $"line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}");
}
