using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Redaction;
using Legator.Core.Runs.Events;
using Legator.Runner.Providers.OpenAI;
using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>Turns a provider's response into the reply that the journal holds. Secrets are taken out here: what is journaled is what is used.</summary>
internal static class ModelReply
{
    /// <summary>Property of a call whose arguments are no JSON object; holds what the model wrote.</summary>
    public const string MalformedArguments = "legator.malformedArguments";

    /// <summary>Finish reason of a reply that ran into its token limit.</summary>
    public const string Truncated = "length";

    private const string CutOff = " (the reply was cut off here, at its token limit)";

    /// <summary>Count of prompt tokens that a provider wrote to its cache.</summary>
    private const string CacheWrites = "CacheCreationInputTokens";

    /// <summary>Finish reason of a reply in which the model, or a filter in front of it, says no.</summary>
    public static ChatFinishReason Refusal { get; } = new("refusal");

    /// <summary>Keeps what the model wrote where its arguments are no JSON object, so that the model can be told.</summary>
    public static void MarkMalformed(FunctionCallContent call, string? written) =>
        (call.AdditionalProperties ??= [])[MalformedArguments] = written ?? "";

    public static bool IsRefusal(string finishReason) => finishReason is "refusal" or "content_filter";

    public static ModelReplied Read(ChatResponse response, int turn, bool toolsOffered, TimeSpan duration, Redactor redactor)
    {
        var contents = response.Messages.Where(m => m.Role == ChatRole.Assistant).SelectMany(m => m.Contents).ToList();
        var text = string.Concat(contents.OfType<TextContent>().Select(t => t.Text));
        var finish = response.FinishReason?.Value ?? "stop";
        var calls = toolsOffered && !IsRefusal(finish) ? contents.OfType<FunctionCallContent>().ToList() : [];
        if (finish == Truncated && calls is [.., var cut])
        {
            MarkMalformed(cut, Arguments(cut) + CutOff);
        }

        return new ModelReplied(
            turn,
            redactor.Redact(text),
            Calls(calls, turn, redactor),
            response.Usage?.InputTokenCount ?? 0,
            response.Usage?.OutputTokenCount ?? 0,
            finish,
            (long)duration.TotalMilliseconds,
            response.Usage?.CachedInputTokenCount,
            response.Usage?.AdditionalCounts?.TryGetValue(CacheWrites, out var written) == true ? written : null,
            FallbackChat.ServedBy(response),
            FallbackChat.Reason(response) is { } reason ? redactor.Redact(reason) : null)
        {
            Reasoning = calls.Count > 0 && OpenAIReasoning.Of(contents) is { } thought ? redactor.Redact(thought) : null,
        };
    }

    /// <summary>The response that <see cref="Read"/> makes a reply of, from the reply.</summary>
    public static ChatResponse Again(ModelReplied reply)
    {
        var counts = reply.CacheWriteTokensIn is { } written ? new AdditionalPropertiesDictionary<long> { [CacheWrites] = written } : null;
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. OpenAIReasoning.Again(reply.Reasoning), new TextContent(reply.Text), .. reply.ToolCalls.Select((call, index) => Call(call, reply.FinishReason == Truncated && index == reply.ToolCalls.Count - 1))]))
        {
            FinishReason = new ChatFinishReason(reply.FinishReason),
            Usage = reply.TokensEstimated == true ? null : new UsageDetails { InputTokenCount = reply.TokensIn, OutputTokenCount = reply.TokensOut, CachedInputTokenCount = reply.CachedTokensIn, AdditionalCounts = counts },
        };
        return reply.ServedBy is null && reply.FallbackReason is null ? response : FallbackChat.Marked(response, reply.ServedBy, reply.FallbackReason);
    }

    private static FunctionCallContent Call(ToolCall call, bool isCut)
    {
        if (call.Arguments.ValueKind == JsonValueKind.Object)
        {
            return new FunctionCallContent(call.Id, call.Tool, call.Arguments.EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value));
        }

        var written = call.Arguments.ValueKind == JsonValueKind.String ? call.Arguments.GetString()! : call.Arguments.GetRawText();
        var content = new FunctionCallContent(call.Id, call.Tool);
        MarkMalformed(content, isCut && written.EndsWith(CutOff, StringComparison.Ordinal) ? written[..^CutOff.Length] : written);
        return content;
    }

    private static List<ToolCall> Calls(List<FunctionCallContent> calls, int turn, Redactor redactor)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<ToolCall>();
        foreach (var call in calls)
        {
            var id = call.CallId is { Length: > 0 } given && seen.Add(given) ? given : $"call-{turn}-{result.Count + 1}";
            seen.Add(id);
            result.Add(new ToolCall(id, call.Name, redactor.Redact(Arguments(call))));
        }

        return result;
    }

    private static JsonElement Arguments(FunctionCallContent call)
    {
        if (call.AdditionalProperties?.TryGetValue(MalformedArguments, out var written) == true)
        {
            return JsonSerializer.SerializeToElement(written as string ?? "", LegatorJson.Options);
        }

        return JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), LegatorJson.Options);
    }
}
