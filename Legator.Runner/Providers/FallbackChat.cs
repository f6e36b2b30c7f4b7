using Legator.Core.Runs;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>Asks a run's model, and where its provider is down or does not serve us, the next one of its fallbacks. A run stays with the one that answered.</summary>
/// <param name="lines">The models that can be asked, in their order.</param>
/// <param name="own">The run's own model.</param>
/// <param name="unusable">Why a model could not be asked at all; null when every one can.</param>
/// <param name="time">Measures the wait.</param>
internal sealed class FallbackChat(IReadOnlyList<ModelLine> lines, RunSnapshotModel own, string? unusable, TimeProvider time) : IChatClient
{
    /// <summary>Property of the options: how much of the run's wall clock is left. One that hangs may take half of it while there is another to ask.</summary>
    public const string TimeLeft = "legator.timeLeft";

    private const string Served = "legator.servedBy";
    private const string Why = "legator.fallbackReason";
    private int _current;
    private string? _reason = unusable;

    /// <summary>Says in a response which model gave it, and why the run's own did not.</summary>
    public static ChatResponse Marked(ChatResponse response, string? servedBy, string? reason)
    {
        var properties = response.AdditionalProperties ??= [];
        (properties[Served], properties[Why]) = (servedBy, reason);
        return response;
    }

    public static string? ServedBy(ChatResponse response) => response.AdditionalProperties?.GetValueOrDefault(Served) as string;

    public static string? Reason(ChatResponse response) => response.AdditionalProperties?.GetValueOrDefault(Why) as string;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var history = messages.ToList();
        var left = options?.AdditionalProperties?.GetValueOrDefault(TimeLeft) as TimeSpan? ?? Timeout.InfiniteTimeSpan;
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                var remaining = left == Timeout.InfiniteTimeSpan ? left : left - time.GetElapsedTime(started);
                return Marked(await AskAsync(history, options, remaining, cancellationToken));
            }
            catch (Exception e) when (_current < lines.Count - 1 && !cancellationToken.IsCancellationRequested && ModelFailure.IsTheProviders(e))
            {
                _reason = $"{lines[_current].Model.DisplayName}: {ModelFailure.Describe(e)}";
                _current++;
            }
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

    public object? GetService(Type serviceType, object? serviceKey = null) => lines[_current].Client.Chat.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (var line in lines)
        {
            line.Client.Dispose();
        }
    }

    private async Task<ChatResponse> AskAsync(List<ChatMessage> history, ChatOptions? options, TimeSpan left, CancellationToken cancellationToken)
    {
        var (model, client) = lines[_current];
        var last = _current == lines.Count - 1 || left == Timeout.InfiniteTimeSpan;
        using var half = new CancellationTokenSource(last ? Timeout.InfiniteTimeSpan : Half(left), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, half.Token);
        try
        {
            return await client.Chat.GetResponseAsync(history, For(model, options), either.Token);
        }
        catch (OperationCanceledException) when (half.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It did not answer within {Half(left).TotalSeconds:0.#} s, half of what was left of the run.");
        }
    }

    private static TimeSpan Half(TimeSpan left) => TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, left.Ticks / 2));

    private static ChatOptions? For(RunSnapshotModel model, ChatOptions? options)
    {
        var plain = options?.Clone();
        plain?.AdditionalProperties?.Remove(TimeLeft);
        if (plain is not null && model.MaxTokens is { } most && plain.MaxOutputTokens > most)
        {
            plain.MaxOutputTokens = most;
        }

        return plain;
    }

    private ChatResponse Marked(ChatResponse response)
    {
        if (!ReferenceEquals(lines[_current].Model, own))
        {
            Marked(response, lines[_current].Model.DisplayName, _reason);
        }

        return response;
    }
}
