using System.Text.Json.Nodes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
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
    public async Task ConcurrencyQuota_OfANamespace_HoldsTheSecondRun_UntilTheFirstEnds()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await CreateAsync(Samples.Agent(Namespace, "b"));
        await using var @operator = await StartAsync(settings: [Quota("ConcurrentRuns", "1")]);
        await HeldAsync(Held.ConcurrencyQuota, "1 runs of the namespace are under way, which is all that", "ConcurrentRuns");
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("both have run", runs => runs.All(run => run.Status?.Phase == RunPhase.Succeeded));
    }

    [Fact]
    public async Task DailyQuota_OfANamespace_HoldsTheNextRun_AlsoOfTheNextLeader()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await CreateAsync(Samples.Agent(Namespace, "b"));
        await using (var first = await StartAsync(settings: [Quota("RunsPerDay", "1")]))
        {
            await using var runner = new PlayedRunner(first.Queue, first.Journal);
            await RunsBecomeAsync("one has run", runs => runs.Count(run => run.Status?.Phase == RunPhase.Succeeded) == 1);
            await HeldAsync(Held.DailyQuota, "1 runs of the namespace began within 24 hours, which is all that", "RunsPerDay");
        }

        await using var second = await StartAsync(settings: [Quota("RunsPerDay", "1")]);
        await using var next = new PlayedRunner(second.Queue, second.Journal);
        await AskAsync((await RunsAsync()).Single(run => run.Status?.Phase == RunPhase.Succeeded).Spec.AgentRef);
        await RunsBecomeAsync("a person's run waits as well", runs => runs.Count(run => run.Status?.Reason == Held.DailyQuota) == 2);
        (await RunsAsync()).Count(run => run.Status?.Phase == RunPhase.Succeeded).ShouldBe(1);
    }

    [Fact]
    public async Task TokenQuota_OfANamespace_HoldsTheNextRun()
    {
        await CreateAsync(Samples.Agent(Namespace, "a") with { Spec = Samples.Agent(Namespace, "a").Spec with { Schedule = new ScheduleSpec() } });
        await using var @operator = await StartAsync(settings: [Quota("TokensPerHour", "1000")]);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal, acts: _ => [new ModelReplied(1, "I looked.", [], 900, 200, "stop", 1)]);
        await AskAsync("a");
        await RunsBecomeAsync("the first run is over", runs => runs.Any(run => run.Status?.Phase == RunPhase.Succeeded));
        await AskAsync("a");
        await HeldAsync(Held.TokenQuota, "Runs of the namespace used 1100 tokens within the hour, and 1000, which is all that", "TokensPerHour");
    }

    [Fact]
    public async Task RunThatWaitsForItsOwnQuota_KeepsNobodyFromThePlaceThatBecomesFree()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await CreateAsync(Samples.Agent(Namespace, name) with { Spec = Samples.Agent(Namespace, name).Spec with { Schedule = new ScheduleSpec() } });
        }

        // Time stands still, so nobody is looked at again for its own sake.
        await using var @operator = await StartAsync(time: new FakeTimeProvider(TimeProvider.System.GetUtcNow()), settings: [Quota("Agents", "2"), ("Operator:Limits:ConcurrentRuns", "1"), ("Operator:Limits:Burst", "0")]);
        await AskAsync("c");
        await RunsBecomeAsync("the youngest agent's run waits", runs => runs.Any(run => run is { Spec.AgentRef: "c", Status.Reason: Held.AgentQuota }));
        var first = (await RunsAsync()).Single().Metadata.CreationTimestamp!.Value;
        await Eventually.IsTrueAsync("whoever is asked now waits behind it: creation times are whole seconds", () => Task.FromResult(TimeProvider.System.GetUtcNow() >= first.AddSeconds(1)));
        await AskAsync("a");
        await Eventually.IsTrueAsync("the oldest agent's run is offered", async () => await @operator.Queue.CountAsync(default) == 1);
        await AskAsync("b");
        await RunsBecomeAsync("the other's run waits for a place", runs => runs.Any(run => run is { Spec.AgentRef: "b", Status.Reason: Held.ClusterConcurrency }));
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("it gets the place", runs => runs.Any(run => run is { Spec.AgentRef: "b", Status.Phase: RunPhase.Succeeded }));
        (await RunsAsync()).Single(run => run.Spec.AgentRef == "c").Status!.Reason.ShouldBe(Held.AgentQuota);
    }

    [Fact]
    public async Task HourlyLimit_HoldsTheNextScheduledRun_AndNotAPersonsOne()
    {
        await CreateAsync(Samples.Agent(Namespace, "a"));
        await using var @operator = await StartAsync(settings: [("Operator:Limits:AgentRunsPerHour", "1")]);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await RunsBecomeAsync("the first run is over", runs => runs.Any(run => run.Status?.Phase == RunPhase.Succeeded));

        await AskAsync("a");

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

    private (string Key, string Value) Quota(string key, string value) => ($"Operator:Limits:Namespaces:{Namespace}:{key}", value);

    /// <summary>One run waits and says why, and names the setting.</summary>
    private async Task HeldAsync(string reason, string because, string key)
    {
        var held = (await RunsBecomeAsync($"a run waits for {reason}", runs => runs.Count(run => run.Status?.Reason == reason) == 1)).Single(run => run.Status?.Reason == reason);
        (held.Status!.Phase, held.Status.Message).ShouldBe((RunPhase.Pending, $"{because} Operator:Limits:Namespaces:{Namespace}:{key} allows."));
    }

    private Task AskAsync(string agent)
    {
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LegatorApi.RunNowAnnotation] = Guid.CreateVersion7().ToString() } } };
        return Cluster.Client<LegatorAgent>().PatchAsync(Namespace, agent, patch, TestContext.Current.CancellationToken);
    }
}
