using CsCheck;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Operator.Agents;
using Legator.Operator.Runs;

namespace Legator.Operator.Tests.Agents;

public sealed class RunTallyTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Of_FinishedRuns_CountsThemAndNamesTheLast()
    {
        var tally = RunTally.Of(null, [Run(2, RunPhase.Failed), Run(1, RunPhase.Succeeded), Run(3, RunPhase.Running)]);
        tally.ShouldBe(new RunTally(2, 1, Start.AddMinutes(2), "run-2"));
    }

    [Theory]
    [InlineData(RunPhase.Succeeded, 0)]
    [InlineData(RunPhase.Cancelled, 1)]
    [InlineData(RunPhase.Failed, 2)]
    [InlineData(RunPhase.Blocked, 2)]
    [InlineData(RunPhase.Escalated, 2)]
    public void Of_AfterAFailure_CountsFailuresInARow(RunPhase phase, int expected) =>
        RunTally.Of(null, [Run(1, RunPhase.Failed), Run(2, phase)]).Failures.ShouldBe(expected);

    [Fact]
    public void Of_LookingAgainAndAgainWhileRunsComeAndGo_CountsEachOnce() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 3].Array[1, 20]).Sample((total, looks) =>
        {
            LegatorAgentStatus? status = null;
            var (seen, runs) = (0, Enumerable.Range(1, total).Select(minute => Run(minute, RunPhase.Succeeded)).ToList());
            foreach (var step in looks.Append(total))
            {
                seen = Math.Min(total, seen + step);
                var tally = RunTally.Of(status, runs.Take(seen).Skip(Math.Max(0, seen - step - 1)));
                status = new LegatorAgentStatus { RunCount = tally.Count, LastRunTime = tally.LastTime, LastRunName = tally.LastName };
                tally.Count.ShouldBe(seen);
            }
        });

    private static RunHead Run(int minute, RunPhase phase) => new()
    {
        Metadata = new ObjectMeta { Name = $"run-{minute}", Namespace = "agents" },
        Spec = new RunHeadSpec { AgentRef = "web", Trigger = RunTrigger.Scheduled },
        Status = new RunHeadStatus { Phase = phase, CompletionTime = phase.IsFinished() ? Start.AddMinutes(minute) : null },
    };
}
