using System.Text.Json.Nodes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Runs;

/// <summary>Runs that somebody, or the next slot of their agent, wants to end.</summary>
public sealed class CancelTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task WaitingRun_ThatSomebodyWantsToEnd_IsMarkedAndOfferedWhosesoeverTurnItIs()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await using var @operator = await StartAsync();
        var first = (await RunsBecomeAsync("one run", runs => runs.Count == 1))[0];
        var held = await @operator.Queue.DequeueAsync(TestContext.Current.CancellationToken);
        await AnnotateAgentAsync("web");
        var second = (await RunsBecomeAsync("two runs", runs => runs.Count == 2)).Single(run => run.Metadata.Name != first.Metadata.Name);

        await AnnotateAsync(second, "enough");

        await RunsBecomeAsync("the run is marked", runs => runs.Any(run => run.Metadata.Name == second.Metadata.Name && run.Metadata.Label(LegatorApi.CancelLabel) == "true"));
        var claim = await @operator.Queue.DequeueAsync(TestContext.Current.CancellationToken);
        (claim.Entry.Run.Name, claim.Entry.Priority).ShouldBe((second.Metadata.Name, RunPriority.Interactive));
        held.Entry.Run.Name.ShouldBe(first.Metadata.Name);
    }

    [Fact]
    public async Task NextSlot_WithPolicyReplace_EndsTheRunOfTheSlotBefore_AndItsOwnFollows()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var agent = Samples.Agent(Namespace, "web");
        await CreateAsync(agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Interval = "1h", Jitter = "0s", ConcurrencyPolicy = ConcurrencyPolicy.Replace } } });
        time.SetUtcNow((await AgentAsync("web")).Metadata.CreationTimestamp!.Value.AddSeconds(1));
        await using var @operator = await StartAsync(time: time, settings: []);
        var first = (await RunsBecomeAsync("the first slot has its run", runs => runs.Count == 1))[0];
        await AgentBecomesAsync("the agent waits for its next slot", "web", found => found.Status is { NextRunTime: not null, ActiveRun: not null });

        await Eventually.IsTrueAsync("the second slot has its run", async () =>
        {
            time.Advance(TimeSpan.FromMinutes(10));
            return (await RunsAsync()).Count == 2;
        });

        var replaced = (await RunsBecomeAsync("the first run is to end", runs => runs.Any(run => CancelOrder.Of(run.Metadata) is not null))).Single(run => CancelOrder.Of(run.Metadata) is not null);
        replaced.Metadata.Name.ShouldBe(first.Metadata.Name);
        replaced.Metadata.Label(LegatorApi.CancelLabel).ShouldBe("true");
        CancelOrder.Of(replaced.Metadata)!.By.ShouldBe(RunCancelled.BySchedule);

        await PlayedRunner.PlayAsync(@operator.Journal, new RunKey(Namespace, first.Metadata.Name!), "Cancelled");
        var second = (await RunsAsync()).Single(run => run.Metadata.Name != first.Metadata.Name);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await Eventually.IsTrueAsync("the second run is over", async () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return (await RunsAsync()).Any(run => run.Metadata.Name == second.Metadata.Name && run.Status?.Phase == RunPhase.Succeeded);
        });
    }

    private Task AnnotateAgentAsync(string name) =>
        Cluster.Client<LegatorAgent>().PatchAsync(Namespace, name, Annotations((LegatorApi.RunNowAnnotation, "true")), TestContext.Current.CancellationToken);

    private Task AnnotateAsync(LegatorRun run, string why) =>
        Cluster.Client<LegatorRun>().PatchAsync(Namespace, run.Metadata.Name!, Annotations((LegatorApi.CancelAnnotation, why)), TestContext.Current.CancellationToken);

    private static JsonObject Annotations((string Key, string Value) annotation) =>
        new() { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [annotation.Key] = annotation.Value } } };
}
