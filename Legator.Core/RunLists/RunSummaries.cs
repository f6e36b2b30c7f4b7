using System.Globalization;
using System.Text.Json;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.Core.RunLists;

/// <summary>Tells a run in a line.</summary>
public static class RunSummaries
{
    private const int LongestMessage = 300;

    /// <summary>The line of a run.</summary>
    public static RunSummary Of(LegatorRun run)
    {
        var (spec, status) = (run.Spec, run.Status);
        var created = run.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch;
        return new RunSummary
        {
            Name = run.Metadata.Name!,
            Namespace = run.Metadata.Namespace!,
            Agent = spec.AgentRef,
            Phase = Name(status?.Phase ?? RunPhase.Pending),
            Trigger = Name(spec.Trigger),
            CreatedAt = created,
            StartedAt = status?.StartTime,
            CompletedAt = status?.CompletionTime,
            Duration = status?.CompletionTime is { } end ? Duration(end - created) : null,
            Model = spec.ModelUsed,
            Tokens = status?.Usage?.TotalTokens ?? 0,
            Iterations = status?.Usage?.Iterations ?? 0,
            Actions = status?.Guardrails?.ChecksPerformed ?? status?.Actions.Count ?? 0,
            Blocked = status?.Guardrails?.ActionsBlocked ?? 0,
            Message = Short(status?.Message ?? spec.Problem),
        };
    }

    private static string Name<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, LegatorJson.Options).GetString()!;

    // A list must stay small whatever runs have to say; the record has it all.
    private static string? Short(string? message) => message is { Length: > LongestMessage } ? string.Concat(message.AsSpan(0, LongestMessage), "…") : message;

    /// <summary>Whole seconds in the spelling of Go, e.g. 1h2m3s.</summary>
    private static string Duration(TimeSpan span)
    {
        var whole = TimeSpan.FromSeconds(Math.Max(0, Math.Round(span.TotalSeconds)));
        var hours = (int)whole.TotalHours;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(hours > 0 ? $"{hours}h" : "")}{(whole.TotalMinutes >= 1 ? $"{whole.Minutes}m" : "")}{whole.Seconds}s");
    }
}
