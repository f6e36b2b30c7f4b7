using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Tests.Gate;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Tools.State;

public sealed class StateToolsTests : IClassFixture<Cluster>
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly ToolGate _gate;
    private readonly Cluster _cluster;
    private readonly RunScope _scope;

    public StateToolsTests(Cluster cluster)
    {
        _cluster = cluster;
        _gate = Gates.Create(cluster, time: _time);
        _scope = Gates.Scope(AutonomyLevel.Observe) with { Agent = new AgentKey("agents", $"notes-{TestContext.Current.Test!.UniqueID[..12]}") };
    }

    [Fact]
    public async Task Set_ThenGet_GivesItBack()
    {
        (await RunAsync("state.get", new { key = "k" })).GetProperty("found").GetBoolean().ShouldBeFalse();
        (await RunAsync("state.set", new { key = "k", value = "42" })).GetProperty("stored").GetBoolean().ShouldBeTrue();
        var found = await RunAsync("state.get", new { key = "k" });
        found.GetProperty("value").GetString().ShouldBe("42");
        found.GetProperty("updatedAt").GetDateTimeOffset().ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task Get_AfterItsTime_IsNotFound()
    {
        await RunAsync("state.set", new { key = "k", value = "42", ttl = "7d" });
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await RunAsync("state.get", new { key = "k" })).GetProperty("found").GetBoolean().ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await RunAsync("state.get", new { key = "k" })).GetProperty("found").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Set_WhereANotesTimeIsOver_RemovesThatOne()
    {
        await RunAsync("state.set", new { key = "old", value = "1", ttl = "1h" });
        _time.Advance(TimeSpan.FromHours(2));
        await RunAsync("state.set", new { key = "new", value = "2" });
        (await _cluster.States.GetAsync("agents", $"{_scope.Agent.Name}-state", default))!.Status!.Entries.Keys.ShouldBe(["new"]);
        (await new AgentMemory(_cluster.States, _time).ReadAsync(_scope.Agent, default)).Keys.ShouldBe(["new"]);
    }

    [Fact]
    public async Task Delete_Note_IsGone()
    {
        await RunAsync("state.set", new { key = "k", value = "42" });
        await RunAsync("state.delete", new { key = "k" });
        (await RunAsync("state.get", new { key = "k" })).GetProperty("found").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Set_AtTheSameTime_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RunAsync("state.set", new { key = $"k{i}", value = $"v{i}" })));
        for (var i = 0; i < 20; i++)
        {
            (await RunAsync("state.get", new { key = $"k{i}" })).GetProperty("value").GetString().ShouldBe($"v{i}");
        }
    }

    [Fact]
    public async Task Set_ValueTooLarge_FailsAndStoresNothing()
    {
        var result = await _gate.RunAsync("state.set", new { key = "k", value = new string('x', 4097) }, _scope);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("4096");
        (await RunAsync("state.get", new { key = "k" })).GetProperty("found").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Set_HundredAndFirstKey_Fails()
    {
        for (var i = 0; i < 100; i++)
        {
            await RunAsync("state.set", new { key = $"k{i}", value = "v" });
        }

        (await _gate.RunAsync("state.set", new { key = "one-more", value = "v" }, _scope)).Succeeded.ShouldBeFalse();
        (await _gate.RunAsync("state.set", new { key = "k7", value = "w" }, _scope)).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("k", "", null)]
    [InlineData("a b", "v", null)]
    [InlineData("", "v", null)]
    [InlineData("k", "v", "soon")]
    [InlineData("k", "v", "-5m")]
    public async Task Set_BadArguments_AreDenied(string key, string value, string? ttl) =>
        (await _gate.JudgeAsync("state.set", new { key, value, ttl }, _scope)).Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);

    [Fact]
    public async Task Set_Secret_IsNotStored()
    {
        await RunAsync("state.set", new { key = "k", value = "token is canary-secret" });
        (await RunAsync("state.get", new { key = "k" })).GetProperty("value").GetString().ShouldBe("token is [REDACTED]");
    }

    [Fact]
    public async Task Reconcile_NoteOfThisRun_IsExecuted()
    {
        (await ReconcileAsync()).ShouldBe(InterruptedOutcome.NotExecuted);
        await RunAsync("state.set", new { key = "k", value = "v" });
        (await ReconcileAsync()).ShouldBe(InterruptedOutcome.Executed);
    }

    private async Task<InterruptedOutcome> ReconcileAsync() =>
        (await _gate.ReconcileAsync(Gates.Call("state.set", new { key = "k", value = "v" }), _time.GetUtcNow(), _scope, TestContext.Current.CancellationToken)).Outcome;

    private async Task<JsonElement> RunAsync(string tool, object arguments)
    {
        var result = await _gate.RunAsync(tool, arguments, _scope);
        result.Succeeded.ShouldBeTrue(result.Text);
        return JsonDocument.Parse(result.Text).RootElement;
    }
}
