using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>Keeps what the model wrote where its arguments are no JSON object, so that the model can be told.</summary>
internal sealed class OpenAIArguments(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Where(c => c.Exception is not null || c.Arguments is null);
        var raw = (response.RawRepresentation as ChatCompletion)?.ToolCalls;
        foreach (var call in calls)
        {
            var written = raw?.FirstOrDefault(r => r.Id == call.CallId)?.FunctionArguments?.ToString();
            if (string.IsNullOrWhiteSpace(written))
            {
                // Many models write nothing where a tool needs nothing.
                (call.Arguments, call.Exception) = (new Dictionary<string, object?>(), null);
                continue;
            }

            ModelReply.MarkMalformed(call, written);
        }

        Refusal(response);
        Cached(response);
        return response;
    }

    /// <summary>Moonshot tells of its cache in a member of its own.</summary>
    private static void Cached(ChatResponse response)
    {
#pragma warning disable SCME0001 // The SDK does not know the field.
        if (response is { Usage.CachedInputTokenCount: null or 0, RawRepresentation: ChatCompletion { Usage: { } usage } } && usage.Patch.TryGetValue("$.cached_tokens"u8, out long cached))
        {
            response.Usage.CachedInputTokenCount = cached;
        }
#pragma warning restore SCME0001
    }

    /// <summary>A refusal is a text of its own beside the content.</summary>
    private static void Refusal(ChatResponse response)
    {
        if ((response.RawRepresentation as ChatCompletion)?.Refusal is { Length: > 0 } said)
        {
            response.FinishReason = ModelReply.Refusal;
            response.Messages.Last().Contents.Add(new TextContent(said));
        }
    }
}
