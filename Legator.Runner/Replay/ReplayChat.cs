using Legator.Core.Runs.Events;
using Legator.Runner.Providers;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Replay;

/// <summary>The model of a replay: it says again what it said.</summary>
internal sealed class ReplayChat(ReplayTape tape, ReplayClock clock) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        switch (tape.Next)
        {
            case ModelReplied replied:
                clock.Elapse(replied.DurationMs);
                return Task.FromResult(ModelReply.Again(replied));
            case ModelFailed failed:
                throw new ModelUnusableException(failed.Message);
            default:
                throw new ModelUnusableException("The recorded run did not ask its model here.");
        }
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
}
