using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.ClusterEvents;

/// <summary>Agents that wait for Kubernetes Events: one run an occurrence, close ones together, and nothing twice.</summary>
public abstract class ClusterEventTests(TestCluster cluster) : OperatorTests(cluster)
{
    private static readonly TriggerSpec BackOff = new() { Type = TriggerType.KubernetesEvent, Resources = ["pods"], Reasons = ["BackOff"], Filter = "event.involvedObject.name == web-1", Debounce = "0s" };

    [Fact]
    public async Task Event_ThatFits_StartsARunThatIsToldOfIt_AndOthersStartNone()
    {
        await ToldAsync("web-1.before", ago: TimeSpan.FromMinutes(30));
        await using var @operator = await StartAsync();
        await WaitsAsync("watcher", BackOff);
        await ToldAsync("web-1.pulled", reason: "Pulled");
        await ToldAsync("web-2.backoff", about: "web-2");
        await ToldAsync("deploy.backoff", kind: "Deployment");
        await ToldAsync("web-1.backoff");
        var run = (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0];
        (run.Spec.Trigger, run.Spec.Delivery!.Source, run.Spec.Delivery.Count).ShouldBe((RunTrigger.KubernetesEvent, "kubernetes-event", 1));
        RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Payload!.ShouldSatisfyAllConditions(
            text => text.ShouldContain("\"reason\":\"BackOff\""), text => text.ShouldContain("\"name\":\"web-1\""), text => text.ShouldContain("Back-off restarting"));
    }

    [Fact]
    public async Task Event_WhoseCountGrows_IsAnother_AndARestartRepeatsNone()
    {
        await using (var first = await StartAsync())
        {
            await WaitsAsync("watcher", BackOff);
            await using var runner = new PlayedRunner(first.Queue, first.Journal);
            var told = await ToldAsync("web-1.backoff");
            await RunsBecomeAsync("a run that is over", runs => runs.Count == 1 && runs[0].Status?.Phase == RunPhase.Succeeded);
            await Cluster.Client<CoreEvent>().ReplaceAsync(told with { Count = 2, LastTimestamp = TimeProvider.System.GetUtcNow() }, default);
            await RunsBecomeAsync("a run of the second occurrence", runs => runs.Count == 2 && runs.All(run => run.Status?.Phase == RunPhase.Succeeded));
        }

        await using var second = await StartAsync();
        await using var next = new PlayedRunner(second.Queue, second.Journal);
        await ToldAsync("web-1.again");
        await RunsBecomeAsync("a run of the third, and no other", runs => runs.Count == 3 && runs.All(run => run.Status?.Phase == RunPhase.Succeeded));
        (await RunsAsync()).ShouldAllBe(run => run.Spec.Delivery!.Count == 1);
    }

    [Fact]
    public async Task Events_CloseTogether_AreOneRunAndOneMore()
    {
        await using var @operator = await StartAsync();
        await WaitsAsync("watcher", BackOff with { Debounce = "5s" });
        await ToldAsync("web-1.0");
        await RunsBecomeAsync("a run of the first", runs => runs.Count == 1);
        for (var n = 1; n <= 4; n++)
        {
            await ToldAsync($"web-1.{n}");
        }

        // Until the first run begins nothing else does, however slow the machine is.
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);

        var runs = await RunsBecomeAsync("a second run", runs => runs.Count == 2);
        runs.Select(run => run.Spec.Delivery!.Count).Order().ShouldBe([1, 4]);
    }

    /// <summary>Makes the agent, and waits until its triggers count.</summary>
    private async Task WaitsAsync(string name, TriggerSpec trigger)
    {
        var agent = Samples.Agent(Namespace, name);
        await CreateAsync(agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Triggers = [trigger] } } });
        await AgentBecomesAsync("its triggers count", name, a => a.Status?.TriggersSince is not null);
    }

    private Task<CoreEvent> ToldAsync(string name, string reason = "BackOff", string about = "web-1", string kind = "Pod", TimeSpan ago = default)
    {
        var time = TimeProvider.System.GetUtcNow() - ago;
        return Cluster.Client<CoreEvent>().CreateAsync(
            new CoreEvent
            {
                Metadata = new ObjectMeta { Name = name, Namespace = Namespace },
                InvolvedObject = new ObjectReference { ApiVersion = "v1", Kind = kind, Namespace = Namespace, Name = about },
                Reason = reason,
                Type = "Warning",
                Message = "Back-off restarting failed container",
                Count = 1,
                FirstTimestamp = time,
                LastTimestamp = time,
            },
            default);
    }
}
