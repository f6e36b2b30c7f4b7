using System.Text.Json;
using Legator.Core;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Providers;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tools;
using Legator.Tests.ModelStandIn;

namespace Legator.Runner.Tests.Sessions.Reads;

/// <summary>Replies with several calls, through the real session: what reads runs side by side, and the journal tells it in the order of the calls.</summary>
public sealed class SideBySideTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    [Fact]
    public async Task SlowAndFastRead_RunTogether_AndAreToldInTheirOrder()
    {
        var fast = new TaskCompletionSource();
        var tool = new ProbeTool(async name =>
        {
            await (name == "slow" ? fast.Task.WaitAsync(Longest, TimeProvider.System) : Task.CompletedTask);
            fast.TrySetResult();
            return ToolOutput.Done($"{name} answered");
        });
        var events = await PlayAsync("slow-fast", tool, "slow", "fast");
        Short(events).ShouldBe("judged 1, judged 2, intended 1, intended 2, completed 1 slow answered, completed 2 fast answered");
    }

    [Fact]
    public async Task ManyReads_RunFourAtATime()
    {
        var (entered, most, full) = (0, 0, new TaskCompletionSource());
        var tool = new ProbeTool(async name =>
        {
            var now = Interlocked.Increment(ref entered);
            most = Math.Max(most, now);
            if (now == 4)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(Longest, TimeProvider.System);
            Interlocked.Decrement(ref entered);
            return ToolOutput.Done(name);
        });
        var events = await PlayAsync("many", tool, "a", "b", "c", "d", "e", "f");
        most.ShouldBe(4);
        events.OfType<ActionCompleted>().Select(c => c.Result).ShouldBe(["a", "b", "c", "d", "e", "f"]);
    }

    [Fact]
    public async Task OneThatFails_AndOneThatBreaks_LeaveTheOthersAlone()
    {
        var tool = new ProbeTool(name => name switch
        {
            "fails" => Task.FromResult(ToolOutput.Failed("no")),
            "breaks" => throw new PermitException("lost"),
            _ => Task.FromResult(ToolOutput.Done("ok")),
        });
        var events = await PlayAsync("failing", tool, "fails", "breaks", "works");
        Short(events).ShouldEndWith("intended 3, completed 1 no, interrupted 2 ReadLost, completed 3 ok");
        events.OfType<RunFinished>().Single().Phase.ShouldBe("Succeeded");
    }

    [Fact]
    public async Task RunnerThatDiesInTheMiddle_LeavesWhatIsKnown_AndNothingIsReadTwice()
    {
        var tool = new ProbeTool(name => Task.FromResult(ToolOutput.Done(name)));
        await using var vendor = await VendorAsync("a", "b", "c");
        await using var play = await SessionTakes.OrderAsync(cluster, "reads-killed", Snapshot(vendor), tool);
        await Should.ThrowAsync<RunnerDiedException>(play.TakeAsync("after action-completed 1", new SessionStop(default, default)));
        (await play.TakeAsync(null, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        Short(await play.EventsAsync()).ShouldEndWith("completed 1 a, interrupted 2 ReadLost, interrupted 3 ReadLost");
        tool.Executed.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task RunnerThatIsStopped_FinishesWhatItBegan_AndTheNextDoesTheRest()
    {
        using var stopping = new CancellationTokenSource();
        var tool = new ProbeTool(async name =>
        {
            await stopping.CancelAsync();
            return ToolOutput.Done(name);
        });
        await using var vendor = await VendorAsync("a", "b", "c", "d", "e");
        await using var play = await SessionTakes.OrderAsync(cluster, "reads-stopped", Snapshot(vendor), tool);
        (await play.TakeAsync(null, new SessionStop(stopping.Token, default))).ShouldBe(SessionEnd.HandedBack);
        Short(await play.EventsAsync()).ShouldEndWith("completed 1 a, completed 2 b, completed 3 c, completed 4 d");
        (await play.TakeAsync(null, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        Short(await play.EventsAsync()).ShouldEndWith("completed 4 d, judged 5, intended 5, completed 5 e");
        tool.Executed.ShouldBe(["a", "b", "c", "d", "e"]);
    }

    [Fact]
    public async Task ChangeAmongReads_WaitsForThem_AndIsMadeOnce()
    {
        var tool = new ProbeTool(name => Task.FromResult(ToolOutput.Done(name)));
        var events = await PlayAsync("mixed", tool, "a", "b", "change", "c");
        tool.Executed.ShouldBe(["a", "b", "change", "c"]);
        Short(events).ShouldBe("judged 1, judged 2, judged 3, intended 1, completed 1 a, intended 2, completed 2 b, judged 3, intended 3, completed 3 change, judged 4, intended 4, completed 4 c");
    }

    private async Task<IReadOnlyList<RunEventData>> PlayAsync(string name, ProbeTool tool, params string[] calls)
    {
        await using var vendor = await VendorAsync(calls);
        await using var play = await SessionTakes.OrderAsync(cluster, $"reads-{name}", Snapshot(vendor), tool);
        (await play.TakeAsync(null, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        vendor.Problems.ShouldBeEmpty();
        return await play.EventsAsync();
    }

    private static RunSnapshot Snapshot(ModelVendor vendor)
    {
        var snapshot = SessionPlay.Snapshot("openai", vendor.Address, "probe.read", new RunSnapshotLimits { TimeoutMs = 600_000 });
        return snapshot with { Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateSafe, UntrustedInput = UntrustedInput.Allow } } } };
    }

    private static Task<ModelVendor> VendorAsync(params string[] calls) => ModelVendor.StartAsync(Vendor.Rules("openai"), (turn, _) => turn > 1
        ? new StandInTurn("done")
        : new StandInTurn("", [.. calls.Select((name, index) => new StandInCall(Vendor.Id("openai", 1, index), "probe_read", JsonSerializer.Serialize(new { name, changes = name == "change" }, LegatorJson.Options)))]));

    private static string Short(IEnumerable<RunEventData> events) => string.Join(", ", events.Select(data => data switch
    {
        ActionJudged judged => $"judged {judged.Seq}",
        ActionIntended intended => $"intended {intended.Seq}",
        ActionCompleted completed => $"completed {completed.Seq} {completed.Result}",
        ActionInterrupted cut => $"interrupted {cut.Seq} {cut.Outcome}",
        _ => null,
    }).OfType<string>());
}
