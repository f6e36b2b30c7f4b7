using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Gate;

/// <summary>What one run did, folded from its events. An intent counts as done until it is known that it was not.</summary>
internal sealed class RunActions(RunKey run)
{
    private readonly Dictionary<int, ActionJudged> _judged = [];
    private readonly Dictionary<int, IReadOnlyList<PastAction>> _done = [];

    public IEnumerable<PastAction> Since(DateTimeOffset since) => _done.Values.SelectMany(d => d).Where(d => d.At >= since);

    public void Take(RunEvent entry)
    {
        switch (entry.Data)
        {
            case ActionJudged { Verdict.Outcome: VerdictOutcome.Allow } judged:
                _judged[judged.Seq] = judged;
                break;
            case ActionIntended intended when _judged.Remove(intended.Seq, out var judged):
                _done[intended.Seq] = [.. judged.Actions.Select(a => new PastAction(run, a.Domain, a.Verb, a.Target.Text, Worse(a, judged), entry.Time) { Namespace = a.Target.Namespace })];
                break;
            case ActionInterrupted { Outcome: InterruptedOutcome.NotExecuted } interrupted:
                _done.Remove(interrupted.Seq);
                break;
            default:
                break;
        }
    }

    /// <summary>Keeps only what later runs may be measured by.</summary>
    /// <returns>False when nothing is left.</returns>
    public bool Finish()
    {
        _judged.Clear();
        return _done.Count > 0;
    }

    /// <summary>Forgets what is older than the times given.</summary>
    /// <returns>False when nothing is left.</returns>
    public bool Keep(DateTimeOffset since, DateTimeOffset readsSince)
    {
        foreach (var (seq, actions) in _done.ToList())
        {
            if (actions.All(a => a.At < (a.Tier == RiskTier.Read ? readsSince : since)))
            {
                _done.Remove(seq);
            }
        }

        return _done.Count + _judged.Count > 0;
    }

    // A call of one action has the tier of its verdict, which also heeds the sheet.
    private static RiskTier Worse(ProposedAction action, ActionJudged judged) =>
        judged.Actions.Count == 1 ? judged.Verdict.Tier : action.Tier;
}
