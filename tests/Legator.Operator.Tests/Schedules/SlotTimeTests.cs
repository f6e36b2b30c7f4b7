using Legator.Core.Resources.Agents;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Schedules;

/// <summary>The Operator under a clock that the test sets.</summary>
public abstract class SlotTimeTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task HourlyAgentWithJitter_TimeShown_IsWhenItRuns()
    {
        var agent = Samples.Agent(Namespace, "web");
        await CreateAsync(agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Interval = "1h", Jitter = "30m" } } });
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(1));
        await using var @operator = await StartAsync(time: time);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        var first = await AgentTickingAsync("the first run counted", time, agent => agent.Status?.RunCount == 1);
        var shown = first.Status!.NextRunTime!.Value;
        var slot = first.Metadata.CreationTimestamp!.Value.AddHours(1);
        shown.ShouldBeInRange(slot, slot.AddMinutes(30));

        time.Advance(shown - time.GetUtcNow() - TimeSpan.FromSeconds(1));
        (await RunsAsync()).Count.ShouldBe(1);
        await AgentTickingAsync("the second run counted", time, agent => agent.Status?.RunCount == 2);
        (await RunsAsync()).MaxBy(run => run.Spec.Slot)!.Spec.Slot.ShouldBe(slot);
    }

    [Fact]
    public async Task OperatorDownForADay_NextStart_RunsTheLatestSlotOnly()
    {
        await CreateAsync(Samples.Agent(Namespace, "web"));
        await using (var first = await StartAsync())
        await using (new PlayedRunner(first.Queue, first.Journal))
        {
            await AgentBecomesAsync("the first run counted", "web", agent => agent.Status?.RunCount == 1);
        }

        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(1).AddMinutes(1));
        await using var second = await StartAsync(time: time);
        await using var runner = new PlayedRunner(second.Queue, second.Journal);
        var agent = await AgentTickingAsync("the second run counted", time, agent => agent.Status?.RunCount == 2);
        agent.Status!.LastScheduleTime.ShouldBe(agent.Metadata.CreationTimestamp!.Value.AddDays(1));
        (await RunsAsync()).Count.ShouldBe(2);
    }

    private Task<LegatorAgent> AgentTickingAsync(string expectation, FakeTimeProvider time, Func<LegatorAgent, bool> fits) => Eventually.BecomesAsync(
        expectation,
        () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            return AgentAsync("web");
        },
        fits);
}
