using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>Names calls so that the vendor takes the names, whoever made the calls.</summary>
internal sealed class PlainCallIds(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages.Select(Plain), options, cancellationToken);

    private static ChatMessage Plain(ChatMessage message)
    {
        if (!message.Contents.Any(c => c is FunctionCallContent or FunctionResultContent))
        {
            return message;
        }

        var plain = message.Clone();
        plain.Contents = [.. message.Contents.Select(Plain)];
        return plain;
    }

    private static AIContent Plain(AIContent content) => content switch
    {
        FunctionCallContent call => new FunctionCallContent(CallIds.Plain(call.CallId), call.Name, call.Arguments) { AdditionalProperties = call.AdditionalProperties },
        FunctionResultContent result => new FunctionResultContent(CallIds.Plain(result.CallId), result.Result) { AdditionalProperties = result.AdditionalProperties },
        _ => content,
    };
}
