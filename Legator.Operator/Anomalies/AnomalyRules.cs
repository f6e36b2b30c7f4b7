using System.Globalization;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;

namespace Legator.Operator.Anomalies;

/// <summary>Says what is unusual about a run; pure.</summary>
internal static class AnomalyRules
{
    private const int MinScopeSamples = 3;
    private const int MostNamed = 5;

    /// <param name="run">The run.</param>
    /// <param name="before">Earlier runs of the agent.</param>
    /// <param name="counts">How often it runs.</param>
    /// <param name="limits">What is unusual.</param>
    public static IEnumerable<Anomaly> Of(RunSample run, IReadOnlyList<KeptSample> before, RunCounts counts, AnomalyLimits limits)
    {
        if (counts.Now > limits.Threshold && counts.Now > limits.Spike * counts.Usual)
        {
            yield return new Anomaly(
                AnomalyEvents.Frequency,
                counts.Now >= 2 * limits.Threshold ? Severity.Critical : Severity.Warning,
                Text($"{counts.Now} runs within {limits.Window.TotalMinutes:0.#} minutes, where {counts.Usual:0.#} are usual."));
        }

        var average = before.Count == 0 ? 0 : before.Average(sample => sample.Actions);
        if (before.Count >= MinScopeSamples && run.Actions >= Math.Ceiling(average * limits.Spike) && run.Actions - Math.Round(average) >= limits.MinScopeDelta)
        {
            yield return new Anomaly(AnomalyEvents.Scope, Severity.Warning, Text($"The run tried {run.Actions} actions, where {average:0.#} are usual."));
        }

        if (before.Count < limits.DriftMinSamples)
        {
            yield break;
        }

        if (New(run.Tools, tool => before.Any(sample => sample.Used(tool))) is { } tools)
        {
            yield return new Anomaly(AnomalyEvents.Tools, Severity.Warning, $"The run used tools of a kind that the last {before.Count} runs never used: {tools}.");
        }

        if (New(run.Places, place => before.Any(sample => sample.Was(place))) is { } places)
        {
            yield return new Anomaly(AnomalyEvents.Drift, Severity.Warning, $"The run was where the last {before.Count} runs never were: {places}.");
        }
    }

    private static string? New(IReadOnlyList<string> all, Func<string, bool> isKnown)
    {
        var news = all.Where(one => !isKnown(one)).ToList();
        return news.Count == 0 ? null : $"{string.Join(", ", news.Take(MostNamed))}{(news.Count > MostNamed ? Text($" and {news.Count - MostNamed} more") : "")}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
