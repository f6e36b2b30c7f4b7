using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Limits;
using Legator.Operator.Schedules;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Limits;

/// <summary>The Operator with more runs than it may begin, or than it could make in a second.</summary>
public sealed class RunLimitTests(EmbeddedCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task MoreRunsThanMayBeUnderWay_WaitAndSayWhy_UntilOneEnds()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await CreateAsync(Samples.Agent(Namespace, "b"));
        await using var @operator = await StartAsync(settings: [("Operator:Limits:ConcurrentRuns", "1")]);

        var runs = await RunsBecomeAsync("one of two runs waits for the other", runs => runs.Count == 2 && runs.Count(run => run.Status?.Reason == Held.ClusterConcurrency) == 1);
        (await @operator.Queue.CountAsync(default)).ShouldBe(1);
        var held = runs.Single(run => run.Status?.Reason is not null);
        (held.Status!.Phase, held.Status.Message!).ShouldBe((RunPhase.Pending, "1 runs are under way, and Operator:Limits:ConcurrentRuns is 1."));

        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("both have run", runs => runs.All(run => run.Status?.Phase == RunPhase.Succeeded));
    }

    [Fact]
    public async Task Quota_OfANamespace_HoldsItsYoungerAgents()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await CreateAsync(Samples.Agent(Namespace, "b"));
        await using var @operator = await StartAsync(settings: [($"Operator:Limits:Namespaces:{Namespace}:Agents", "1")]);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);

        var runs = await RunsBecomeAsync("the older agent has run and the younger waits", runs =>
            runs.Any(run => run.Status?.Phase == RunPhase.Succeeded) && runs.Any(run => run.Status?.Reason == Held.AgentQuota));

        runs.Single(run => run.Status?.Reason == Held.AgentQuota).Spec.AgentRef.ShouldBe("b");
    }

    [Fact]
    public async Task HourlyLimit_HoldsTheNextScheduledRun_AndNotAPersonsOne()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await using var @operator = await StartAsync(settings: [("Operator:Limits:AgentRunsPerHour", "1")]);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("the first run is over", runs => runs.Any(run => run.Status?.Phase == RunPhase.Succeeded));

        var patch = new System.Text.Json.Nodes.JsonObject { ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["annotations"] = new System.Text.Json.Nodes.JsonObject { [LegatorApi.RunNowAnnotation] = "true" } } };
        await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "a", patch, TestContext.Current.CancellationToken);

        await RunsBecomeAsync("the person's run is over too", runs => runs.Count(run => run.Status?.Phase == RunPhase.Succeeded) == 2);
    }

    [Fact]
    public async Task Crowd_DueInOneSecond_HasItsRunsMadeAheadAndBeginsOnTime()
    {
        var soon = TimeProvider.System.GetUtcNow().AddHours(1);
        var due = new DateTimeOffset(soon.Year, soon.Month, soon.Day, soon.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
        var time = new FakeTimeProvider(due.AddSeconds(-30));
        foreach (var i in Enumerable.Range(0, SlotCrowd.Crowd))
        {
            var agent = Samples.Agent(Namespace, $"a{i}");
            await CreateAsync(agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Cron = FormattableString.Invariant($"0 {due.Hour} {due.Day} {due.Month} *"), Jitter = "0s" } } });
        }

        await using var @operator = await StartAsync(time: time, settings: []);
        await Eventually.IsTrueAsync("all agents know when they run", async () =>
            (await Cluster.Client<LegatorAgent>().ListAsync(Namespace, null, TestContext.Current.CancellationToken)).Items.All(agent => agent.Status?.NextRunTime == due));

        time.Advance(TimeSpan.FromSeconds(28));
        await RunsBecomeAsync("all runs are made ahead", runs => runs.Count == SlotCrowd.Crowd);
        await Eventually.BecomesAsync("all wait for their time", () => @operator.Queue.ReportAsync(default), report => report is { Delayed: SlotCrowd.Crowd, Waiting: 0 });

        time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.BecomesAsync("all may be claimed", () => @operator.Queue.ReportAsync(default), report => report is { Delayed: 0, Waiting: SlotCrowd.Crowd });
        (await RunsAsync()).Count.ShouldBe(SlotCrowd.Crowd);
    }
}
