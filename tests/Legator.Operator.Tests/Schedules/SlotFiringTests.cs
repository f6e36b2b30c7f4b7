using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Schedules;

/// <summary>What becomes of due slots in a running Operator.</summary>
public abstract class SlotFiringTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task ActiveRun_NextSlot_IsSkippedAndSaysSo()
    {
        await CreateAsync(Every("1s"));
        await using var @operator = await StartAsync();
        var agent = await AgentBecomesAsync("a skipped slot", "web", agent => Condition(agent, "Scheduled")?.Contains("SlotSkipped", StringComparison.Ordinal) == true);
        var run = (await RunsAsync()).ShouldHaveSingleItem();
        Condition(agent, "Scheduled")!.ShouldContain($"run {run.Metadata.Name} is not finished");
        await Eventually.IsTrueAsync("an event about it", async () =>
            (await Cluster.Client<CoreEvent>().ListAsync(Namespace, null, default)).Items.Any(note => note.Reason == "SlotSkipped" && note.InvolvedObject.Name == "web"));
    }

    [Fact]
    public async Task PausedAgent_SlotsPass_MakesNoneUpWhenItGoesOn()
    {
        await CreateAsync(Every("1h") with { Spec = Every("1h").Spec with { Paused = true } });
        await using var @operator = await StartAsync();
        await AgentBecomesAsync("a paused agent", "web", agent => agent.Status?.Phase == AgentPhase.Paused);
        await PatchAsync(new JsonObject { ["paused"] = false });
        var agent = await AgentBecomesAsync("a scheduled agent", "web", agent => Condition(agent, "Scheduled")?.StartsWith("True ScheduleActive", StringComparison.Ordinal) == true);
        agent.Status!.NextRunTime.ShouldBe(agent.Metadata.CreationTimestamp!.Value.AddHours(1));
        (await RunsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AgentBreaksAfterARun_SlotsPass_FailsOnceAndRunsAgainWhenMended()
    {
        await CreateAsync(Every("1s"));
        await using var @operator = await StartAsync();
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("a first run", runs => runs.Count >= 1);
        await Cluster.Client<LegatorEnvironment>().DeleteAsync(Namespace, "home", default);
        await AgentBecomesAsync("a held slot after the failed run", "web", agent => Condition(agent, "Scheduled")?.StartsWith("False WaitsUntilReady", StringComparison.Ordinal) == true);
        (await RunsAsync()).Count(run => run.Spec.Problem is not null).ShouldBe(1);

        await Cluster.Client<LegatorEnvironment>().CreateAsync(Samples.Environment(Namespace), default);
        var broken = (await RunsAsync()).Single(run => run.Spec.Problem is not null);
        await RunsBecomeAsync("a good run after the failed one", runs => runs.Any(run => run.Spec.Problem is null && run.Spec.Slot > broken.Spec.Slot));
    }

    [Fact]
    public async Task FiveHundredAgentsDueAtOnce_GetOneRunEach()
    {
        foreach (var batch in Enumerable.Range(0, 500).Chunk(25))
        {
            await Task.WhenAll(batch.Select(index => CreateAsync(Samples.Agent(Namespace, $"web-{index}"))));
        }

        await using var @operator = await StartAsync(settings: ("Operator:Workers", "16"));
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        var runs = await Eventually.BecomesAsync("500 finished runs", RunsAsync, runs => runs.Count(run => run.Status?.CompletionTime is not null) >= 500, TimeSpan.FromSeconds(120));
        runs.Count.ShouldBe(500);
        runs.Select(run => run.Spec.AgentRef).Distinct().Count().ShouldBe(500);
    }

    private LegatorAgent Every(string interval)
    {
        var agent = Samples.Agent(Namespace, "web");
        return agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Interval = interval, Jitter = "0s" } } };
    }

    private Task PatchAsync(JsonObject spec) => Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "web", new JsonObject { ["spec"] = spec }, default);
}
