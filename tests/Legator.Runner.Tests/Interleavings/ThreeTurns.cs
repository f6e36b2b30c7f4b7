using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>A model that changes two things, one after the other, and reports. Where it stands follows from what it is told.</summary>
internal sealed class ThreeTurns(Turnstile turnstile) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = messages.Count(m => m.Role == ChatRole.Assistant);
        if (!await turnstile.PassAsync($"ask the model for turn {turn + 1}"))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        AIContent said = turn switch
        {
            0 => Call("c1", "a", traceless: false),
            1 => Call("c2", "b", traceless: true),
            _ => new TextContent("Changed both."),
        };
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [said])) { FinishReason = turn < 2 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static FunctionCallContent Call(string id, string what, bool traceless) => new(id, "world.change", new Dictionary<string, object?>
    {
        ["what"] = JsonSerializer.SerializeToElement(what),
        ["traceless"] = JsonSerializer.SerializeToElement(traceless),
    });
}
