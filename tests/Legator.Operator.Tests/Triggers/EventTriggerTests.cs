using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Tests.Clusters;
using Legator.Operator.Tests.Delegation;

namespace Legator.Operator.Tests.Triggers;

/// <summary>Agents that wait for events of others: one run an event, and no circles.</summary>
public abstract class EventTriggerTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task Event_OfARun_StartsOneRunOfEachAgentThatWaits()
    {
        await WaitsAsync("hears", new TriggerSpec { Type = TriggerType.AgentEvent, EventTypes = ["finding.*"], Filter = "spec.severity == \"warning\"" });
        await WaitsAsync("hears-too", new TriggerSpec { Type = TriggerType.AgentEvent, MinSeverity = Severity.Warning });
        await WaitsAsync("other-type", new TriggerSpec { Type = TriggerType.AgentEvent, EventTypes = ["deploy.*"] });
        await WaitsAsync("too-mild", new TriggerSpec { Type = TriggerType.AgentEvent, MinSeverity = Severity.Critical });
        await WaitsAsync("filtered", new TriggerSpec { Type = TriggerType.AgentEvent, Filter = "spec.severity == info" });
        await WaitsAsync("labelled", new TriggerSpec { Type = TriggerType.AgentEvent, Labels = new Dictionary<string, string> { ["app"] = "web" } });
        await using var @operator = await StartAsync();
        var talk = new AgentTalk(Cluster, @operator.Journal, Namespace);
        var told = await talk.PublishAsync(await talk.RunAsync("teller", AutonomyLevel.AutomateSafe), "teller");
        var status = (await talk.BecomesAsync("two runs", told.Metadata.Name!, item => item.Status?.TriggeredRuns.Count == 2)).Status!;
        status.ConsumedBy.Select(consumer => consumer.Agent).ShouldBe(["hears", "hears-too"]);
        var run = (await RunsAsync()).Single(run => run.Spec.AgentRef == "hears");
        var led = RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Delegation!;
        (run.Spec.Trigger, led.IsTask, led.From, led.Autonomy, led.Event).ShouldBe((RunTrigger.Agent, false, $"{Namespace}/teller", AutonomyLevel.AutomateSafe, told.Metadata.Name));
        (await RunsAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task EventThatNoRunStandsBehind_StartsARunThatMayOnlyLook()
    {
        await WaitsAsync("hears", new TriggerSpec { Type = TriggerType.AgentEvent });
        await using var @operator = await StartAsync();
        await new AgentTalk(Cluster, @operator.Journal, Namespace).CreateAsync("by-hand", "somebody", null, "finding.disk", null, "Full.", "1h");
        var snapshot = RunSnapshot.TryRead((await RunsBecomeAsync("a run", runs => runs.Count == 1))[0].Spec.Snapshot, out _)!;
        (snapshot.Agent.Spec.Guardrails.Autonomy, snapshot.Delegation!.Run, snapshot.Delegation.Tainted).ShouldBe((AutonomyLevel.Observe, null, true));
    }

    [Fact]
    public async Task AgentsThatAnswerEachOthersEvents_StopAtOnce()
    {
        await WaitsAsync("ping", new TriggerSpec { Type = TriggerType.AgentEvent });
        await WaitsAsync("pong", new TriggerSpec { Type = TriggerType.AgentEvent });
        await using var @operator = await StartAsync();
        var talk = new AgentTalk(Cluster, @operator.Journal, Namespace);
        var first = await talk.PublishAsync(await talk.RunAsync("ping"), "ping");
        var run = (await talk.BecomesAsync("a run of pong", first.Metadata.Name!, item => item.Status?.TriggeredRuns.Count == 1)).Status!.TriggeredRuns[0];
        var second = await talk.PublishAsync(new RunKey(Namespace, run), "pong");
        var heard = await talk.BecomesAsync("ping and pong are done with it", second.Metadata.Name!, item => item.Status?.ConsumedBy.Count == 2);
        heard.Status!.TriggeredRuns.ShouldBeEmpty();
        (await RunsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ManyEvents_WaitTheirTurn()
    {
        await WaitsAsync("hears", new TriggerSpec { Type = TriggerType.AgentEvent });
        await using var @operator = await StartAsync();
        var talk = new AgentTalk(Cluster, @operator.Journal, Namespace);
        var source = await talk.RunAsync("teller");
        for (var seq = 1; seq <= 13; seq++)
        {
            await talk.PublishAsync(source, "teller", seq: seq);
        }

        await RunsBecomeAsync("ten runs of the hearer", runs => runs.Count(run => run.Spec.AgentRef == "hears") == 10);
        await Eventually.IsTrueAsync("every event was looked at", async () => (await EventsAsync()).All(item => item.Status is not null));
        (await RunsAsync()).Count(run => run.Spec.AgentRef == "hears").ShouldBe(10);
    }

    private async Task<IReadOnlyList<AgentEvent>> EventsAsync() => (await Cluster.Client<AgentEvent>().ListAsync(Namespace, null, default)).Items;

    private Task<LegatorAgent> WaitsAsync(string name, TriggerSpec trigger)
    {
        var agent = Samples.Agent(Namespace, name);
        return CreateAsync(agent with
        {
            Spec = agent.Spec with { Schedule = new ScheduleSpec { Triggers = [trigger] }, Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateDestructive } },
        });
    }
}
