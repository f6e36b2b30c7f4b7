using System.Globalization;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.Web.Catalog;

internal static class RunSummaries
{
    public static RunSummary Of(LegatorRun run)
    {
        var (spec, status) = (run.Spec, run.Status);
        var created = run.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch;
        return new RunSummary
        {
            Name = run.Metadata.Name!,
            Namespace = run.Metadata.Namespace!,
            Agent = spec.AgentRef,
            Phase = WireNames.Of(status?.Phase ?? RunPhase.Pending),
            Trigger = WireNames.Of(spec.Trigger),
            CreatedAt = created,
            StartedAt = status?.StartTime,
            CompletedAt = status?.CompletionTime,
            Duration = status?.CompletionTime is { } end ? Duration(end - created) : null,
            Model = spec.ModelUsed,
            Tokens = status?.Usage?.TotalTokens ?? 0,
            Iterations = status?.Usage?.Iterations ?? 0,
            Actions = status?.Guardrails?.ChecksPerformed ?? status?.Actions.Count ?? 0,
            Blocked = status?.Guardrails?.ActionsBlocked ?? 0,
            Message = status?.Message ?? spec.Problem,
        };
    }

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
