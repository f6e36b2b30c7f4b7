using Legator.Core.Actions;

namespace Legator.Core.Runs.Events;

/// <summary>One reply of the model, redacted on arrival: what the journal says is what the run works with.</summary>
/// <param name="Turn">1 for the first request of the run.</param>
/// <param name="Text">Text of the reply; empty when it only calls tools.</param>
/// <param name="ToolCalls">Tool calls in the model's order.</param>
/// <param name="TokensIn">Prompt tokens that the provider reported; 0 when unknown.</param>
/// <param name="TokensOut">Completion tokens that the provider reported; 0 when unknown.</param>
/// <param name="FinishReason"><c>stop</c>, <c>tool_calls</c>, <c>length</c>, <c>refusal</c>, or the provider's own word.</param>
/// <param name="DurationMs">Wall clock of the request in milliseconds, with all of its retries.</param>
/// <param name="CachedTokensIn">How many of the prompt tokens the provider read from its cache; null when it said nothing of one.</param>
/// <param name="CacheWriteTokensIn">How many of the prompt tokens it wrote to its cache; null when it said nothing of that.</param>
/// <param name="ServedBy">The fallback that replied, as <c>provider/model</c>; null when the run's own model did.</param>
/// <param name="FallbackReason">Why the ones before it did not, without secrets; null when the run's own model did.</param>
public sealed record ModelReplied(
    int Turn,
    string Text,
    IReadOnlyList<ToolCall> ToolCalls,
    long TokensIn,
    long TokensOut,
    string FinishReason,
    long DurationMs,
    long? CachedTokensIn = null,
    long? CacheWriteTokensIn = null,
    string? ServedBy = null,
    string? FallbackReason = null) : RunEventData
{
    /// <summary>What the model thought before it called tools, where its provider wants to be told that again with them; null elsewhere.</summary>
    public string? Reasoning { get; init; }

    /// <summary>True where the provider told no tokens and they are estimated from the texts, so that no budget is without effect; null elsewhere.</summary>
    public bool? TokensEstimated { get; init; }

    /// <summary>What it replied to; null in entries of versions that did not record it.</summary>
    public ModelRequest? Request { get; init; }
}
