using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Anthropic;

/// <summary>
/// A conversation in the shape of the Messages API: user and assistant take turns; the answers to all calls of a reply come together, first in the message
/// right after it; no text is blank. What the next request begins with again is marked to be cached.
/// </summary>
internal static class AnthropicMessages
{
    /// <param name="messages">The conversation.</param>
    /// <param name="goesOn">The next request will begin with it.</param>
    public static List<ChatMessage> Of(IEnumerable<ChatMessage> messages, bool goesOn)
    {
        List<ChatMessage> shaped = [];
        foreach (var message in messages)
        {
            var role = message.Role == ChatRole.Tool ? ChatRole.User : message.Role;
            var contents = message.Contents.Select(Shaped).OfType<AIContent>().ToList();
            if (contents.Count > 0 && shaped is [.., var last] && last.Role == role)
            {
                contents.ForEach(last.Contents.Add);
            }
            else if (contents.Count > 0)
            {
                shaped.Add(new ChatMessage(role, contents));
            }
        }

        Cache(shaped, goesOn);
        return shaped;
    }

    private static AIContent? Shaped(AIContent content) => content switch
    {
        TextContent text => string.IsNullOrWhiteSpace(text.Text) ? null : new TextContent(text.Text),
        FunctionCallContent call => new FunctionCallContent(CallIds.Plain(call.CallId), call.Name, call.Arguments),
        FunctionResultContent result => new FunctionResultContent(CallIds.Plain(result.CallId), result.Result)
        {
            Exception = CallOutcome.Of(result) is { Went: false } ? new InvalidOperationException("It did not go through.") : null,
        },
        _ => null,
    };

    /// <summary>
    /// Tools and system are the same in every request of a run. The conversation begins the same until something is left out of it: a mark in it
    /// just before that would pay for writing what is never read.
    /// </summary>
    private static void Cache(List<ChatMessage> messages, bool goesOn)
    {
        Mark(messages.LastOrDefault(m => m.Role == ChatRole.System));
        if (goesOn)
        {
            Mark(messages.LastOrDefault(m => m.Role == ChatRole.User));
        }
    }

    private static void Mark(ChatMessage? message) => message?.Contents[^1].WithCacheControl(new CacheControlEphemeral());
}
