using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Rollbacks;

/// <summary>What a dry run found of one call of an undo.</summary>
/// <param name="Step">Its place among the calls, counted from 0.</param>
/// <param name="Fate">What would become of it.</param>
/// <param name="Message">Why, in a sentence.</param>
/// <param name="Drift">What somebody changed since the action, a field each; empty when nothing was.</param>
public sealed record UndoOutlook(int Step, UndoFate Fate, string Message, IReadOnlyList<string> Drift)
{
    /// <summary>Reads it out of a dry run's journal; calls that it did not come to have none.</summary>
    /// <param name="steps">The calls of the undo.</param>
    /// <param name="events">The journal.</param>
    public static IReadOnlyList<UndoOutlook> Read(IReadOnlyList<UndoStep> steps, IEnumerable<RunEvent> events)
    {
        var judged = events.Select(e => e.Data).OfType<ActionJudged>().GroupBy(j => j.Digest).ToDictionary(g => g.Key, g => g.Last());
        var outlooks = new List<UndoOutlook>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (judged.TryGetValue(ActionDigest.Of(steps[i].Step.Tool, steps[i].Step.Arguments), out var found) && UndoForecast.FateIn(found.Verdict) is { } fate)
            {
                outlooks.Add(new UndoOutlook(i, fate, found.Verdict.Message, DriftIn(found.PreConditions)));
            }
        }

        return outlooks;
    }

    private static string[] DriftIn(IReadOnlyList<PreConditionResult>? seen) =>
        [.. (seen ?? []).Where(s => s is { Holds: false, Unchecked: not true } && RollbackDrift.IsCheck(s.Check)).SelectMany(s => RollbackDrift.Phrases(s.Message))];
}
