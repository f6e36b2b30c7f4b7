using System.Text.Json.Nodes;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Projection;

/// <summary>The journal becomes the run's status, and nothing else does.</summary>
public abstract class ProjectorTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task UntouchedRun_ALittleLater_IsShownAsPending()
    {
        await using var @operator = await StartAsync();
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await RunsBecomeAsync("a pending run", runs => runs.Count == 1 && runs[0].Status?.Phase == RunPhase.Pending);
    }

    [Fact]
    public async Task ManyEvents_AppendedFast_AreAllInTheStatusInTheEnd()
    {
        await using var @operator = await StartAsync();
        var run = await OneRunAsync();
        var head = await AppendAsync(@operator.Journal, run, JournalHead.Empty, new RunStarted("played", null, null));
        for (var turn = 1; turn <= 300; turn++)
        {
            head = await AppendAsync(@operator.Journal, run, head, new ModelReplied(turn, "Looking.", [], 10, 5, "stop", 1));
        }

        await AppendAsync(@operator.Journal, run, head, new RunFinished("Succeeded", "Done", "Over."));
        var finished = (await RunsBecomeAsync("a finished run", runs => runs[0].Status?.Phase == RunPhase.Succeeded))[0];
        (finished.Status!.Journal!.Length, finished.Status.Usage!.TotalTokens).ShouldBe((302, 4500));
    }

    [Fact]
    public async Task RunTouchedBySomebodyElse_BetweenEvents_StillEndsRight()
    {
        await using var @operator = await StartAsync();
        var run = await OneRunAsync();
        var head = await AppendAsync(@operator.Journal, run, JournalHead.Empty, new RunStarted("played", null, null));
        await RunsBecomeAsync("a running run", runs => runs[0].Status?.Phase == RunPhase.Running);
        var label = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["team"] = "blue" } } };
        await Cluster.Client<LegatorRun>().PatchAsync(Namespace, run.Name, label, default);
        await AppendAsync(@operator.Journal, run, head, new RunFinished("Blocked", "AllBlocked", "Everything was refused."));
        var ended = (await RunsBecomeAsync("a blocked run", runs => runs[0].Status?.Phase == RunPhase.Blocked))[0];
        (ended.Metadata.Label("team"), ended.Status!.Reason).ShouldBe(("blue", "AllBlocked"));
    }

    [Fact]
    public async Task FinishedRun_NextStart_IsNotWrittenAgain()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await using (var first = await StartAsync())
        await using (new PlayedRunner(first.Queue, first.Journal))
        {
            await AgentBecomesAsync("the run counted", "web", agent => agent.Status?.RunCount == 1);
        }

        var finished = (await RunsAsync())[0];
        await using var second = await StartAsync();
        await CreateAsync(Samples.Agent(Namespace, "other"));
        await RunsBecomeAsync("the other agent's run pending", runs => runs.Any(run => run.Spec.AgentRef == "other" && run.Status?.Phase == RunPhase.Pending));
        (await RunsAsync()).Single(run => run.Spec.AgentRef == "web").Metadata.ResourceVersion.ShouldBe(finished.Metadata.ResourceVersion);
    }

    private static async Task<JournalHead> AppendAsync(IRunJournal journal, RunKey run, JournalHead head, RunEventData data) =>
        JournalHead.After(await journal.AppendAsync(run, head, data, default));

    private async Task<RunKey> OneRunAsync()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        var runs = await RunsBecomeAsync("a run", runs => runs.Count == 1);
        return new RunKey(Namespace, runs[0].Metadata.Name!);
    }
}
