using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Rollbacks;

/// <summary>How the changes of a run are taken back: the inverse calls, the newest action first, made from its journal alone.</summary>
/// <param name="Steps">The calls, in the order in which they are made.</param>
/// <param name="Left">Changes that it does not take back.</param>
public sealed record UndoPlan(IReadOnlyList<UndoStep> Steps, IReadOnlyList<UndoLeft> Left)
{
    /// <summary>Makes the plan.</summary>
    /// <param name="events">The run's journal.</param>
    /// <param name="only">Numbers of the only actions to take back; empty for all.</param>
    public static UndoPlan Of(IEnumerable<RunEvent> events, IReadOnlyCollection<int> only)
    {
        var actions = new SortedDictionary<int, UndoneAction>();
        foreach (var next in events)
        {
            Take(actions, next.Data);
        }

        var (steps, left) = (new List<UndoStep>(), new List<UndoLeft>());
        foreach (var action in actions.Values.Reverse().Where(a => a.IsChange && (only.Count == 0 || only.Contains(a.Judged.Seq))))
        {
            if (action.Obstacle is { } why)
            {
                left.Add(new UndoLeft(action.Judged.Seq, action.Words, why));
            }
            else
            {
                steps.AddRange(action.Rollback!.Steps.Select(s => new UndoStep(action.Judged.Seq, action.Words, s) { InDoubt = action.InDoubt ? true : null }));
            }
        }

        left.AddRange(only.Where(seq => !actions.TryGetValue(seq, out var known) || !known.IsChange).Order().Select(seq => new UndoLeft(seq, "", actions.ContainsKey(seq) ? "It changed nothing: it was a read, or was never begun." : "The run has no such action.")));
        return new UndoPlan(steps, left);
    }

    private static void Take(SortedDictionary<int, UndoneAction> actions, RunEventData data)
    {
        switch (data)
        {
            case ActionJudged judged:
                actions[judged.Seq] = new UndoneAction(judged);
                break;
            case ActionIntended intended when actions.TryGetValue(intended.Seq, out var action):
                actions[intended.Seq] = action with { Intended = intended };
                break;
            case ActionCompleted completed when actions.TryGetValue(completed.Seq, out var action):
                actions[completed.Seq] = action with { Completed = completed };
                break;
            case ActionInterrupted interrupted when actions.TryGetValue(interrupted.Seq, out var action):
                actions[interrupted.Seq] = action with { Interrupted = interrupted };
                break;
        }
    }

    /// <summary>An action of the run, as far as it matters here.</summary>
    private sealed record UndoneAction(ActionJudged Judged)
    {
        public ActionIntended? Intended { get; init; }

        public ActionCompleted? Completed { get; init; }

        public ActionInterrupted? Interrupted { get; init; }

        public bool IsChange => Intended is not null && Judged.Verdict.Tier > RiskTier.Read;

        public ActionRollback? Rollback => Intended!.Rollback;

        public string Words => $"{Judged.Tool} {string.Join(", ", Judged.Actions.Select(a => $"{a.Verb} {a.Target.Text}"))}";

        public bool InDoubt => Completed is null or { InDoubt: true } && Interrupted is not { Outcome: InterruptedOutcome.Executed };

        public string? Obstacle => this switch
        {
            { Interrupted.Outcome: InterruptedOutcome.NotExecuted } => "It had no effect: a stop interrupted it before.",
            { Completed: { Succeeded: false, InDoubt: not true } } => $"It failed, so there should be nothing to take back; it said: {Short(Completed!.Result)}",
            { Rollback: null } => $"No way back was recorded with it.{Said(Judged.Verdict)}",
            { Rollback: { Steps.Count: 0 } none } => $"{none.Unavailable ?? "Nothing takes it back."}{(none.Words is { Length: > 0 } words ? $" Its action sheet says: {words}" : "")}",
            _ => null,
        };

        private static string Said(Verdict verdict) => verdict.Rollback is { Length: > 0 } words ? $" Its action sheet says: {words}" : "";

        private static string Short(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "…");
    }
}
