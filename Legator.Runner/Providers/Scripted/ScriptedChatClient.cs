using Legator.Core.Actions;
using Legator.Core.Skills;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers.Scripted;

/// <summary>A model that reads its next reply off a script. Where it stands follows from the conversation, so it goes on after a resume as if nothing had been.</summary>
internal sealed class ScriptedChatClient(IScript script) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var mustReport = options is not { Tools.Count: > 0, ToolMode: not NoneChatToolMode };
        var history = ScriptedHistory.Of(messages);
        var step = history.Lost.Count > 0 && !mustReport
            ? new RehearsalStep("", history.Lost)
            : script.Next(history.Outcomes, mustReport);
        return Task.FromResult(Response(step));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatResponse Response(RehearsalStep step)
    {
        var contents = new List<AIContent>();
        if (step.Text.Length > 0)
        {
            contents.Add(new TextContent(step.Text));
        }

        contents.AddRange(step.Calls.Select(Call));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            FinishReason = step.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0 },
        };
    }

    private static FunctionCallContent Call(ToolCall call) =>
        new(call.Id, call.Tool, call.Arguments.EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value));
}
