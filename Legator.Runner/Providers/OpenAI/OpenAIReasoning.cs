using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>
/// What a model thought before it called tools (<c>reasoning_content</c>). Moonshot and others who serve models that think refuse a history of calls without
/// it; whoever sends none is sent none, and OpenAI itself has no such field.
/// </summary>
/// <param name="inner">Speaks to the vendor.</param>
/// <param name="isWanted">The vendor may be sent what it said.</param>
/// <param name="unknown">What is sent with the calls of another vendor's model; null for nothing.</param>
/// <param name="needsContent">The vendor knows no message without a text, and takes an empty one beside calls.</param>
internal sealed class OpenAIReasoning(IChatClient inner, bool isWanted, string? unknown = null, bool needsContent = false) : DelegatingChatClient(inner)
{
    private const string Marker = "legator.reasoningContent";

    /// <summary>What the model of a reply thought, where it is to be told again; null for nothing.</summary>
    public static string? Of(IEnumerable<AIContent> contents) =>
        contents.OfType<TextReasoningContent>().Where(content => content.AdditionalProperties?.ContainsKey(Marker) == true).Select(content => content.Text).ToList() is { Count: > 0 } thoughts
            ? string.Concat(thoughts)
            : null;

    /// <summary>A thought as part of a message; nothing for none.</summary>
    public static IEnumerable<AIContent> Again(string? thought) =>
        thought is null ? [] : [new TextReasoningContent(thought) { AdditionalProperties = new() { [Marker] = true } }];

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages.Select(message => Told(message)), options, cancellationToken);
        foreach (var thought in isWanted ? response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>() : [])
        {
            (thought.AdditionalProperties ??= [])[Marker] = true;
        }

        return response;
    }

    private ChatMessage Told(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        var thought = Of(message.Contents) ?? unknown;
        if (calls.Count == 0 || (thought is null && !needsContent))
        {
            return message;
        }

        return isWanted
            ? new ChatMessage(message.Role, message.Contents) { RawRepresentation = Raw(calls, message.Text, thought) }
            : new ChatMessage(message.Role, [.. message.Contents.Where(content => content is not TextReasoningContent)]);
    }

    private AssistantChatMessage Raw(List<FunctionCallContent> calls, string text, string? thought)
    {
        var raw = new AssistantChatMessage(calls.Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(call.Arguments)))));
        if (text.Length > 0 || needsContent)
        {
            raw.Content.Add(ChatMessageContentPart.CreateTextPart(text));
        }

        if (thought is not null)
        {
#pragma warning disable SCME0001 // The SDK does not know the field.
            raw.Patch.Set("$.reasoning_content"u8, thought);
#pragma warning restore SCME0001
        }

        return raw;
    }
}
