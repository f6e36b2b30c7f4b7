using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>Servers other than OpenAI's own know the reply's limit as <c>max_tokens</c>, its former name.</summary>
internal sealed class OpenAIMaxTokens(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.MaxOutputTokens is not { } limit)
        {
            return base.GetResponseAsync(messages, options, cancellationToken);
        }

        var renamed = options.Clone();
        renamed.MaxOutputTokens = null;
        renamed.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The SDK has no other way to send the former name.
            raw.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
            return raw;
        };
        return base.GetResponseAsync(messages, renamed, cancellationToken);
    }
}
