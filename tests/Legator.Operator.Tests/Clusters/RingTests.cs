using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Agents;
using Legator.Backends.Kubernetes.Informers;

namespace Legator.Operator.Tests.Clusters;

/// <summary>Schedule to run, run to queue, journal to status.</summary>
public abstract class RingTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task NewIntervalAgent_FirstLook_RunsAtOnceAndItsStatusSaysSo()
    {
        await using var @operator = await StartAsync();
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await CreateAsync(Samples.Agent(Namespace, "web"));
        var agent = await AgentBecomesAsync("one run counted", "web", agent => agent.Status?.RunCount == 1);
        var run = (await RunsAsync()).ShouldHaveSingleItem();

        run.Status!.Phase.ShouldBe(RunPhase.Succeeded);
        run.Status.Report.ShouldBe("All is well.");
        run.Spec.Slot.ShouldBe(agent.Metadata.CreationTimestamp);
        RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Skills.ShouldHaveSingleItem().Actions.ShouldNotBeNull();
        agent.Status!.Phase.ShouldBe(AgentPhase.Ready);
        agent.Status.LastRunName.ShouldBe(run.Metadata.Name);
        agent.Status.NextRunTime.ShouldBe(agent.Metadata.CreationTimestamp!.Value.AddHours(1));
        run.Metadata.OwnerReferences.ShouldBeNull();
    }

    [Fact]
    public async Task SettledAgent_LookedAtAgain_IsNotWritten()
    {
        await using var @operator = await StartAsync();
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await CreateAsync(Samples.Agent(Namespace, "web"));
        var settled = await AgentBecomesAsync("one run counted", "web", agent => agent.Status?.RunCount == 1);
        await Eventually.IsTrueAsync("the informer has caught up", () =>
            @operator.Part<Informer<LegatorAgent>>().TryGet(Namespace, "web")?.Metadata.ResourceVersion == settled.Metadata.ResourceVersion);
        for (var look = 0; look < 3; look++)
        {
            await @operator.Part<AgentController>().ReconcileAsync(new ObjectKey(Namespace, "web"), TestContext.Current.CancellationToken);
        }

        (await AgentAsync("web")).Metadata.ResourceVersion.ShouldBe(settled.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task EventsAppendedWhileNoOperatorRan_NextStart_AreInTheStatus()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        RunKey run;
        await using (var first = await StartAsync())
        {
            var made = await RunsBecomeAsync("one run", runs => runs.Count == 1);
            run = new RunKey(Namespace, made[0].Metadata.Name!);
            await first.Journal.AppendAsync(run, JournalHead.Empty, new RunStarted("played", null, null), default);
            await RunsBecomeAsync("a running run", runs => runs[0].Status?.Phase == RunPhase.Running);
        }

        await using var second = await StartAsync();
        var events = await second.Journal.ReadAsync(run, 0, 10, default);
        await second.Journal.AppendAsync(run, JournalHead.After(events[^1]), new RunFinished("Failed", "Stopped", "It stopped."), default);
        var runs = await RunsBecomeAsync("a failed run", runs => runs[0].Status?.Phase == RunPhase.Failed);
        runs[0].Status!.Journal!.Length.ShouldBe(2);
        await AgentBecomesAsync("one failure", "web", agent => agent.Status?.ConsecutiveFailures == 1);
    }

    [Fact]
    public async Task QueueFlushed_NextStart_OffersTheUnfinishedRunAgain()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await using (await StartAsync())
        {
            await RunsBecomeAsync("one run", runs => runs.Count == 1);
        }

        await using var second = await StartAsync();
        var claim = await second.Queue.DequeueAsync(TestContext.Current.CancellationToken);
        claim.Entry.Run.Name.ShouldBe((await RunsAsync())[0].Metadata.Name);
    }

    [Fact]
    public async Task DeletedAgent_ItsUnfinishedRun_StillFinishes()
    {
        await using var @operator = await StartAsync();
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await RunsBecomeAsync("one run", runs => runs.Count == 1);
        await Cluster.Client<LegatorAgent>().DeleteAsync(Namespace, "web", TestContext.Current.CancellationToken);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("a finished run", runs => runs[0].Status?.Phase == RunPhase.Succeeded);
    }

    [Fact]
    public async Task TwoOperators_OneSlot_MakeOneRun()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        foreach (var index in Enumerable.Range(0, 20))
        {
            await CreateAsync(Samples.Agent(Namespace, $"web-{index}"));
        }

        await RunsBecomeAsync("twenty runs", runs => runs.Count >= 20);
        await Eventually.IsTrueAsync("all agents settled", async () =>
            (await Cluster.Client<LegatorAgent>().ListAsync(Namespace, null, default)).Items.All(agent => agent.Status?.LastScheduleTime is not null));
        (await RunsAsync()).Count.ShouldBe(20);
    }
}
