using Legator.Core.Api;
using Legator.Web.Status;

namespace Legator.Web.Tests.Status;

public sealed class StatusVerdictTests
{
    private static readonly StatusReport Quiet = new()
    {
        Version = "1",
        Time = DateTimeOffset.UnixEpoch,
        State = "",
        Message = "",
        Agents = new AgentCounts(2, 2, 0),
        Runs = new RunCounts { Total = 5, Succeeded = 5 },
    };

    [Fact]
    public void Of_NothingDue_NamesTheNextRun() =>
        Check(Quiet with { NextRun = new NextRun("agents", "hello", DateTimeOffset.UnixEpoch) }, "idle", "nothing is due; next is agents/hello at 00:00:00 UTC (1970-01-01).");

    [Fact]
    public void Of_NoSchedules_SaysHowToStartOne() => Check(Quiet, "idle", "no agent has a schedule; start one with 'legator run <agent>'.");

    [Fact]
    public void Of_AllPaused_SaysWhichFieldToChange() =>
        Check(Quiet with { Agents = new AgentCounts(2, 0, 2) }, "idle", "every agent is paused. Set spec.paused to false to go on.");

    [Fact]
    public void Of_NoAgents_SaysHowToApplySome() =>
        Check(Quiet with { Agents = new AgentCounts(0, 0, 0) }, "idle", "there are no agents. Apply one: kubectl apply -f examples/quickstart/");

    [Fact]
    public void Of_RunsUnderWay_IsWorking() => Check(Quiet with { Runs = new RunCounts { Running = 1 } }, "working", "1 run under way.");

    [Fact]
    public void Of_AProblemWhileRunsAreUnderWay_IsDegraded() =>
        Check(
            Quiet with { Runs = new RunCounts { Running = 1 }, Problems = [new StatusProblem("LegatorAgent", "a", "forge", "EnvironmentNotFound", "…")] },
            "degraded",
            "LegatorAgent forge: EnvironmentNotFound.");

    private static void Check(StatusReport report, string state, string message) => StatusVerdict.Of(report).ShouldBe((state, message));
}
