using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>Holds the journals of a world against what was changed in it. Every sentence is something that must not be.</summary>
internal static class Verdict
{
    public static IEnumerable<string> On(World world) => world.Runs.SelectMany(run => OfRun(world, run, [.. world.Journal.Of(run)]));

    private static IEnumerable<string> OfRun(World world, RunKey run, List<RunEvent> events)
    {
        var facts = events.Select(e => e.Data).ToList();
        if (RunEventChain.Verify(events) is { } broken)
        {
            yield return broken;
        }

        if (facts.OfType<RunStarted>().Count() != 1 || facts.OfType<RunFinished>().Count() != 1)
        {
            yield return $"{run.Name} was started {facts.OfType<RunStarted>().Count()} times and ended {facts.OfType<RunFinished>().Count()} times";
        }

        if (facts.OfType<ActionIntended>().GroupBy(i => i.Seq).Any(g => g.Count() > 1))
        {
            yield return $"{run.Name} intended an action twice";
        }

        foreach (var judged in facts.OfType<ActionJudged>().DistinctBy(j => j.Seq))
        {
            var what = judged.Arguments.GetProperty("what").GetString()!;
            var count = world.Changes.GetValueOrDefault(CountedTool.Mark(run, what));
            var said = Said(facts, judged.Seq);
            if (count > 1)
            {
                yield return $"{run.Name}: change {what} was made {count} times";
            }

            if (said == "nothing" || (said == "done" && count == 0) || (said == "not done" && count > 0))
            {
                yield return $"{run.Name}: change {what} was made {count} times, and the journal says: {said}";
            }

            if (said == "unknown" && facts.OfType<RunFinished>().SingleOrDefault() is { Phase: "Succeeded" })
            {
                yield return $"{run.Name} succeeded, and nobody knows of change {what}";
            }
        }
    }

    private static string Said(List<RunEventData> facts, int seq) => (facts.OfType<ActionIntended>().Any(i => i.Seq == seq), facts.OfType<ActionInterrupted>().SingleOrDefault(i => i.Seq == seq), facts.OfType<ActionCompleted>().SingleOrDefault(c => c.Seq == seq)) switch
    {
        (false, _, _) => "not done",
        (_, { Outcome: InterruptedOutcome.Executed }, null) or (_, null, { Succeeded: true }) => "done",
        (_, { Outcome: InterruptedOutcome.NotExecuted }, null) => "not done",
        (_, { Outcome: InterruptedOutcome.Unknown }, null) => "unknown",
        (_, null, { InDoubt: true }) => "unknown",
        (_, null, { Succeeded: false }) => "not done",
        _ => "nothing",
    };
}
