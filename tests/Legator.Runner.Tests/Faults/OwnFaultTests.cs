using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tests.Vendors;
using Legator.Runner.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Legator.Runner.Tests.Faults;

/// <summary>Faults of ours: each is an event, the model is told, and the run goes on.</summary>
public sealed class OwnFaultTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    [Theory]
    [InlineData("prepare", false)]
    [InlineData("effect", false)]
    [InlineData("effect", true)]
    [InlineData("hang", false)]
    [InlineData("cancel", true)]
    [InlineData("network", true)]
    [InlineData("observe", true)]
    public async Task Tool_ThatThrows_IsAnEventAndTheRunGoesOn(string where, bool changes)
    {
        var events = await PlayAsync(where, changes);
        var inDoubt = changes && where != "observe";
        ((RunFinished)events[^1].Data).Phase.ShouldBe(where is "prepare" or "observe" ? "Blocked" : inDoubt ? "Escalated" : "Succeeded");
        events.Select(e => e.Data).OfType<ReportWritten>().ShouldHaveSingleItem().Report.ShouldBe("done");
        var completed = events.Select(e => e.Data).OfType<ActionCompleted>().SingleOrDefault();
        (completed?.Succeeded).ShouldBe(where is "prepare" or "observe" ? null : false);
        (completed?.InDoubt == true).ShouldBe(inDoubt);
        (completed?.Result.Contains("may have taken effect", StringComparison.Ordinal) == true).ShouldBe(inDoubt);
        events.Select(e => e.Data).OfType<NoticeRaised>().Count(n => n.Reason == "ToolBroke").ShouldBe(where == "effect" ? 1 : 0);
    }

    [Theory]
    [InlineData(false, "Succeeded")]
    [InlineData(true, "Escalated")]
    public async Task Call_ThatNobodyCanSayTheOutcomeOf_IsReconciledAndNotRepeated(bool changes, string phase)
    {
        var events = await PlayAsync("permit", changes);
        events.Select(e => e.Data).OfType<ActionInterrupted>().ShouldHaveSingleItem().Outcome.ShouldBe(changes ? InterruptedOutcome.Unknown : InterruptedOutcome.ReadLost);
        ((RunFinished)events[^1].Data).Phase.ShouldBe(phase);
    }

    private async Task<IReadOnlyList<RunEvent>> PlayAsync(string where, bool changes)
    {
        using var folder = new TemporaryDirectory();
        await using var vendor = await FakeVendor.StartAsync(
            OpenAIReplies.Calls(("c1", "broken_tool", $$"""{"where":"{{where}}","changes":{{(changes ? "true" : "false")}}}""")),
            OpenAIReplies.Says("done"));
        using var host = RunnerHost.Build(cluster, folder.Path, "r1", builder => builder.Services.AddSingleton<Tool, BrokenTool>());
        return await host.PlayAsync(await host.OrderAsync($"broken-{where}-{changes}".ToLowerInvariant(), Snapshot(vendor.Address, where == "observe")));
    }

    private static RunSnapshot Snapshot(Uri vendor, bool looks)
    {
        var snapshot = Models.Snapshot("openai-compatible", vendor);
        var reading = SkillReader.Read(new SkillRef { Name = "broken", Source = "bundled" }, new SkillFiles(
            "Break.",
            $"actions:\n  - {{id: break, description: Breaks., tool: broken.tool, tier: read{(looks ? ", preConditions: [{check: status.phase == Running}]" : "")}}}\n",
            null));
        reading.Problems.ShouldBeEmpty();
        return snapshot with
        {
            Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateSafe } } },
            Skills = [RunSnapshotSkill.From(reading.Skill!)],
        };
    }
}
