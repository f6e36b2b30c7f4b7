using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Ollama;

/// <summary>Ollama knows no ids of calls: the results follow in the order of the calls, as plain text and not as a description of themselves.</summary>
internal sealed class OllamaWords(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages.SelectMany(Plain), options, cancellationToken);

    private static IEnumerable<ChatMessage> Plain(ChatMessage message) => message.Role == ChatRole.Tool
        ? message.Contents.OfType<FunctionResultContent>().Select(r => new ChatMessage(ChatRole.Tool, r.Result?.ToString()))
        : [message.Contents.Any(content => content is TextReasoningContent) ? new ChatMessage(message.Role, [.. message.Contents.Where(content => content is not TextReasoningContent)]) : message];
}
