using System.Globalization;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs.Events;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Holds what the product says against what the servers counted. Every sentence is something that must not be.</summary>
internal sealed class ChaosVerdict(IReadOnlyList<ChaosRun> runs, IReadOnlyCollection<string> promised, IReadOnlyDictionary<string, int> orders, IReadOnlyDictionary<string, long> restarts, IReadOnlyList<LegatorAgent> agents)
{
    public IEnumerable<string> Problems() =>
        [.. Lost(), .. Slots(), .. Orders(), .. Restarts(), .. Records(), .. Turns()];

    /// <summary>How the storm went, in numbers.</summary>
    public string Numbers()
    {
        var said = runs.SelectMany(r => r.Changes).GroupBy(c => c.Said).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}");
        var phases = runs.GroupBy(r => $"{r.End?.Phase} {r.End?.Reason}").OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}");
        var refused = runs.SelectMany(r => r.Facts.OfType<ActionJudged>()).Where(j => j.Verdict.Outcome == Core.Guardrails.VerdictOutcome.Deny).GroupBy(j => $"{j.Tool} {j.Verdict.Reason}").Select(g => $"{g.Key} {g.Count()}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{runs.Count} runs ({runs.Count(r => r.Resource.Spec.Slot is not null)} of slots, {promised.Count} promised to people), {runs.Sum(r => r.Journal.Events.Count)} events, {runs.Count(r => r.Resumes > 0)} runs taken up again, {runs.Sum(r => r.Resumes)} times; {orders.Values.Sum()} orders, {restarts.Values.Sum()} restarts; changes: {string.Join(", ", said)}; refused: {string.Join(", ", refused)}; slots without a run: {string.Join(", ", agents.SelectMany(a => a.Status?.DroppedSlots ?? []).GroupBy(d => d.Reason).Select(g => $"{g.Key} {g.Sum(d => d.Count)}"))}; orders asked again: {runs.Sum(r => r.Changes.Where(c => c.Ticket is not null).GroupBy(c => c.Ticket).Sum(g => g.Count() - 1))}; ends: {string.Join(", ", phases)}");
    }

    /// <summary>Every run by agent and time, for whoever has to find out what went wrong.</summary>
    public override string ToString() => string.Join('\n', runs.OrderBy(r => r.Agent).ThenBy(r => r.Resource.Metadata.CreationTimestamp).Select(r => string.Create(
        CultureInfo.InvariantCulture,
        $"{r.Name}: made {r.Resource.Metadata.CreationTimestamp:HH:mm:ss}, begun {r.Resource.Status?.StartTime:HH:mm:ss}, over {r.Resource.Status?.CompletionTime:HH:mm:ss}, {r.End?.Phase}, {r.Journal.Events.Count} events, {r.Resumes} times taken up again")));

    private IEnumerable<string> Lost()
    {
        foreach (var name in promised.Except(runs.Select(r => r.Name)))
        {
            yield return $"lost: {name} was promised and does not exist";
        }

        foreach (var run in runs)
        {
            if (run.End is not { } end)
            {
                yield return $"lost: {run.Name} is {run.Resource.Status?.Phase}, and its journal has {run.Journal.Events.Count} events and no end";
            }
            else if (run.Resource.Status is not { Journal: { } position } status || status.Phase.ToString() != end.Phase || position.Length != run.Journal.Head.Sequence || position.Head != run.Journal.Head.Hash)
            {
                yield return $"{run.Name} ended as {end.Phase} after {run.Journal.Head.Sequence} events, and its record says {run.Resource.Status?.Phase} after {run.Resource.Status?.Journal?.Length}";
            }
        }
    }

    /// <summary>Every slot has its one run, or the agent's status counts it with a reason.</summary>
    private IEnumerable<string> Slots() => agents.SelectMany(agent => new ChaosSlots(agent).Problems(runs.Select(run => run.Resource)));

    /// <summary>
    /// What the journal says was not done may be asked for again: then, and only then, is it right that a run orders for its ticket twice, as a person would whose order never left the house.
    /// Whether that word was true is told by the desk: it counts both askings under one ticket, and must not have carried out more than one.
    /// </summary>
    private IEnumerable<string> Orders()
    {
        var changes = runs.SelectMany(r => r.Changes).Where(c => c.Ticket is not null).ToList();
        foreach (var nobody in orders.Keys.Except(changes.Select(c => c.Ticket!)))
        {
            yield return $"no journal tells of the order for {nobody}";
        }

        foreach (var same in changes.GroupBy(c => c.Ticket!))
        {
            var count = orders.GetValueOrDefault(same.Key);
            var said = string.Join(", ", same.Select(c => c.Said));
            var (done, unknown) = (same.Count(c => c.Said == ChaosWord.Done), same.Count(c => c.Said == ChaosWord.Unknown));
            if (same.OrderBy(c => c.Asked).Zip(same.OrderBy(c => c.Asked).Skip(1)).FirstOrDefault(pair => pair.First.Said != ChaosWord.NotDone || pair.First.Told > pair.Second.Asked) is { First: { } early, Second: { } again })
            {
                yield return $"asked again too early: {again} came when the journal had not said that {early} was not done; it says {early.Said}";
            }

            if (count > 1)
            {
                yield return $"repeated: {same.First()} was carried out {count} times, and the journal says {said}";
            }
            else if (same.Any(c => c.Said == ChaosWord.Nothing) || count < done || count > done + unknown)
            {
                yield return $"silently unknown: {same.First()} was carried out {count} times, and the journal says {said}";
            }
        }
    }

    /// <summary>Each restart makes one generation of the agent's own Deployment.</summary>
    private IEnumerable<string> Restarts()
    {
        foreach (var agent in runs.GroupBy(r => r.Agent))
        {
            var changes = agent.SelectMany(r => r.Changes).Where(c => c.Ticket is null).ToList();
            var (done, unknown) = (changes.Count(c => c.Said == ChaosWord.Done), changes.Count(c => c.Said == ChaosWord.Unknown));
            var counted = restarts.GetValueOrDefault(agent.Key);
            if (counted < done || counted > done + unknown)
            {
                yield return $"silently unknown or repeated: the Deployment of {agent.Key} was restarted {counted} times, and the journals say {done} times, {unknown} more unknown";
            }
        }
    }

    private IEnumerable<string> Records()
    {
        foreach (var run in runs)
        {
            if (!run.Journal.Chain.Verified)
            {
                yield return $"the chain of {run.Name} does not verify: {run.Journal.Chain.Problem}";
            }

            if (run.Facts.OfType<RunStarted>().Count() > 1)
            {
                yield return $"{run.Name} was started twice";
            }

            if (run.Facts.OfType<ActionIntended>().GroupBy(i => i.Seq).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                yield return $"repeated: {run.Name} intended action {twice.Key} twice";
            }

            if (run.Changes.Any(c => c.Said == ChaosWord.Unknown) && run.End?.Phase == nameof(RunPhase.Succeeded))
            {
                yield return $"{run.Name} succeeded, and nobody knows whether {run.Changes.First(c => c.Said == ChaosWord.Unknown)} took effect";
            }

            if (run.End is { Phase: nameof(RunPhase.Failed) or nameof(RunPhase.Cancelled) } end)
            {
                yield return $"{run.Name} is {end.Phase}: {end.Reason}, {end.Message}";
            }
        }
    }

    /// <summary>Runs of an agent take turns.</summary>
    private IEnumerable<string> Turns() => runs.Where(r => r.Journal.Events.Count > 0).GroupBy(r => r.Agent).SelectMany(agent =>
    {
        var inTurn = agent.OrderBy(r => r.Journal.Events[0].Time).ToList();
        return inTurn.Zip(inTurn.Skip(1)).Where(pair => pair.Second.Journal.Events[0].Time < pair.First.Journal.Events[^1].Time)
            .Select(pair => $"{pair.Second.Name} began at {pair.Second.Journal.Events[0].Time:HH:mm:ss.fff}, and {pair.First.Name} of the same agent ended at {pair.First.Journal.Events[^1].Time:HH:mm:ss.fff}");
    });
}
