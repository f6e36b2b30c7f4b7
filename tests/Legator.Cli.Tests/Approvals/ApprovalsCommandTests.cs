using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs.Events;

namespace Legator.Cli.Tests.Approvals;

/// <summary>The real executable against a started API with runs that wait for a person.</summary>
public sealed class ApprovalsCommandTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task List_NothingWaits_SaysSo() =>
        (await web.LegatorAsync("approvals", "list", "--agent", "nobody")).Out.ShouldBe("Nothing waits for a decision.\n");

    [Fact]
    public async Task List_ByDefault_ShowsWhatWaitsAndWithAllTheRest()
    {
        await web.Approvals.AskAsync("listed", RiskTier.DestructiveMutation, "lister");
        var run = await web.LegatorAsync("approvals", "list", "--agent", "lister");
        run.Lines.Length.ShouldBe(2, run.Out + run.Error);
        run.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["NAME", "PHASE", "AGENT", "TOOL", "TARGET", "TIER", "LEFT"]);
        run.Lines[1].ShouldMatch(@"^listed +Pending +lister +kubectl\.scale +deployments\.apps/web -n shop +destructive-mutation +\d+m\d+s$");

        await web.LegatorAsync("approvals", "deny", "listed");
        await ShowDecisionAsync("listed");
        (await web.LegatorAsync("approvals", "list", "--agent", "lister")).Out.ShouldBe("Nothing waits for a decision.\n");
        (await web.LegatorAsync("approvals", "ls", "--all", "--agent", "lister")).Lines[1].ShouldMatch("^listed +Denied .* operator$");
    }

    [Fact]
    public async Task Get_WaitingQuestion_ShowsAllThatADeciderHasToSee()
    {
        var asked = await web.Approvals.AskAsync("shown", RiskTier.DestructiveMutation);
        var run = await web.LegatorAsync("approvals", "get", "shown");
        string[] expected =
        [
            "Approval: shown",
            $"Tool: kubectl.scale | Tier: destructive-mutation | Digest: {asked.Judged.Digest.Value}",
            "Why asked: Every change of this agent waits for a person.",
            "  scale deployments.apps/web -n shop (destructive-mutation)",
            "  replicas: 1 -> 3",
            "  pods/web-1",
            $"To approve it, type: {TypedConfirmation.Of(asked, "operator")}",
        ];
        expected.ShouldBeSubsetOf(run.Lines, run.Out + run.Error);
        run.Out.ShouldContain("\"replicas\": 3");
    }

    [Fact]
    public async Task Get_Json_IsWhatTheApiSays()
    {
        var asked = await web.Approvals.AskAsync("as-json");
        var json = JsonNode.Parse((await web.LegatorAsync("approvals", "get", "as-json", "-o", "json")).Out)!;
        ((string?)json["digest"], (string?)json["approval"]!["phase"], (int)json["arguments"]!["replicas"]!).ShouldBe((asked.Judged.Digest.Value, "Pending", 3));
    }

    [Theory]
    [InlineData("approve", "approved")]
    [InlineData("deny", "denied")]
    public async Task Decide_InTime_IsRecordedOnceWithItsReason(string decision, string status)
    {
        var name = $"{decision}-one";
        var asked = await web.Approvals.AskAsync(name);
        var run = await web.LegatorAsync("approvals", decision, name, "--reason", "after lunch");
        (run.ExitCode, run.Out).ShouldBe((0, $"{name} {status} by operator; run {name}-run goes on.\n"), run.Error);
        (await web.Approvals.FindAsync(name)).Decided.ShouldBe(new ApprovalDecided(1, name, asked.Judged.Digest, decision == "approve", "operator", "after lunch"));

        var other = await web.LegatorAsync("approvals", decision == "approve" ? "deny" : "approve", name);
        (other.ExitCode, other.Error).ShouldBe((1, $"legator: operator {status} it already.\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("yes\n")]
    public async Task Approve_WhatDestroys_WithoutTheText_DecidesNothing(string input)
    {
        var name = $"untyped-{input.Length}";
        await web.Approvals.AskAsync(name, RiskTier.DestructiveMutation);
        var run = await TypedAsync(input, "approvals", "approve", name);
        run.ExitCode.ShouldBe(2, run.Out);
        run.Error.ShouldContain("has to be typed out");
        (await web.Approvals.FindAsync(name)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Approve_WhatDestroys_ShowsItFirstAndTakesTheTypedText()
    {
        var asked = await web.Approvals.AskAsync("typed", RiskTier.DestructiveMutation);
        var run = await TypedAsync($"{TypedConfirmation.Of(asked, "operator")}\n", "approvals", "approve", "typed");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.IndexOf("replicas: 1 -> 3", StringComparison.Ordinal).ShouldBeInRange(0, run.Out.IndexOf("typed approved by operator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approve_WhatDestroys_TakesTheTextAsAnOption()
    {
        var asked = await web.Approvals.AskAsync("optioned", RiskTier.DestructiveMutation);
        (await web.LegatorAsync("approvals", "approve", "optioned", "-o", "json")).ExitCode.ShouldBe(2);
        var run = await web.LegatorAsync("approvals", "approve", "optioned", "--confirm", TypedConfirmation.Of(asked, "operator"), "-o", "json");
        ((string?)JsonNode.Parse(run.Out)!["status"]).ShouldBe("approved", run.Error);
    }

    [Fact]
    public async Task Deny_WhatDestroys_NeedsNoText()
    {
        await web.Approvals.AskAsync("denied", RiskTier.DestructiveMutation);
        (await web.LegatorAsync("approvals", "deny", "denied")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("approve")]
    [InlineData("deny")]
    public async Task AnyCommand_UnknownApproval_SaysHowToFindThem(string command)
    {
        var run = await web.LegatorAsync("approvals", command, "nobody");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("'legator approvals list'");
    }

    [Fact]
    public async Task Program_WithoutAPolicy_IsToldWhy()
    {
        await web.Approvals.AskAsync("program", RiskTier.DestructiveMutation);
        var run = await AsChatopsAsync("approvals", "approve", "program", "--confirm", "x");
        (run.ExitCode, run.Error).ShouldBe((1, "legator: You may not decide approvals: no UserPolicy names token:chatops.\n"));
        (await AsChatopsAsync("approvals", "get", "program")).Lines.ShouldContain("You may not decide it: no UserPolicy names token:chatops.");
    }

    /// <summary>As the Operator does; the list is read from what the cluster shows.</summary>
    private async Task ShowDecisionAsync(string name)
    {
        var status = JsonSerializer.SerializeToNode(ApprovalRequests.StatusOf(await web.Approvals.FindAsync(name)), LegatorJson.Options);
        await web.Cluster<ApprovalRequest>().PatchStatusAsync(web.Namespace, name, new JsonObject { ["status"] = status }, CancellationToken.None);
        await Eventually.IsTrueAsync("the web has seen the decision", () => web.Get<Informer<ApprovalRequest>>().TryGet(web.Namespace, name)?.Status?.DecidedBy is not null);
    }

    private Task<CommandLineRun> TypedAsync(string input, params string[] arguments) =>
        CommandLineRun.WithInputAsync(input, [.. arguments, "-n", web.Namespace, "--api-url", web.Url.ToString(), "--token", StartedWeb.Token]);

    private Task<CommandLineRun> AsChatopsAsync(params string[] arguments) =>
        CommandLineRun.OfAsync([.. arguments, "-n", web.Namespace, "--api-url", web.Url.ToString(), "--token", StartedWeb.ChatToken]);
}
