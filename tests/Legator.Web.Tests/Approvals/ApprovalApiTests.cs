using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Api;
using Legator.Core.Approvals;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs.Events;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>The one way in which approvals are decided, over a real journal.</summary>
public sealed class ApprovalApiTests(StartedWebOfItsOwn web) : IClassFixture<StartedWebOfItsOwn>
{
    [Fact]
    public async Task List_SomeWaitAndSomeDoNot_WaitingOnesFirstAndFiltersHold()
    {
        await web.Approvals.AskAsync("list-old", agent: "lister");
        await web.Cluster<ApprovalRequest>().PatchStatusAsync(web.Namespace, "list-old", new JsonObject { ["status"] = new JsonObject { ["phase"] = "Denied", ["decidedBy"] = "operator" } }, default);
        await web.Approvals.AskAsync("list-new", RiskTier.DestructiveMutation, "lister");
        var all = await Eventually.BecomesAsync("the denied one is last", () => ListAsync("agent=lister"), l => l.Approvals.Count == 2 && l.Approvals[1].Phase == "Denied");
        all.Approvals.Select(a => (a.Name, a.Phase, a.Tier, a.TypedConfirmation)).ShouldBe([("list-new", "Pending", "destructive-mutation", true), ("list-old", "Denied", "service-mutation", false)]);
        (await ListAsync("agent=lister&phase=pending")).Approvals.ShouldHaveSingleItem().Name.ShouldBe("list-new");
        var first = await ListAsync("agent=lister&limit=1");
        (await ListAsync($"agent=lister&limit=1&continue={first.Continue}")).Approvals.ShouldHaveSingleItem().Name.ShouldBe("list-old");
    }

    [Fact]
    public async Task Get_WaitingQuestion_ShowsAllThatADeciderHasToSee()
    {
        var asked = await web.Approvals.AskAsync("shown", RiskTier.DestructiveMutation);
        var detail = await web.Client().ReadAsync<ApprovalDetail>(web.PathOf("shown"));
        (detail.Digest, detail.DryRun, detail.TargetVersion).ShouldBe((asked.Judged.Digest.Value, "replicas: 1 -> 3", "7"));
        JsonElement.DeepEquals(detail.Arguments, asked.Judged.Arguments).ShouldBeTrue();
        (detail.Actions.ShouldHaveSingleItem(), detail.Dependents.ShouldHaveSingleItem()).ShouldBe(("scale deployments.apps/web -n shop (destructive-mutation)", "pods/web-1"));
        (detail.Confirmation, detail.MayDecide.Allowed).ShouldBe((TypedConfirmation.Of(asked, "operator"), true));
        detail.Approval.ExpiresAt.ShouldBe(asked.Asked.ExpiresAt);
    }

    [Fact]
    public async Task Get_ObjectThatSomebodyChanged_ShowsWhatTheJournalSays()
    {
        await web.Approvals.AskAsync("lied");
        await web.Cluster<ApprovalRequest>().PatchAsync(web.Namespace, "lied", new JsonObject { ["spec"] = new JsonObject { ["context"] = "harmless", ["digest"] = "other" } }, default);
        await web.Cluster<ApprovalRequest>().PatchStatusAsync(web.Namespace, "lied", new JsonObject { ["status"] = new JsonObject { ["phase"] = "Approved" } }, default);
        var detail = await web.Client().ReadAsync<ApprovalDetail>(web.PathOf("lied"));
        (detail.Approval.Phase, detail.Approval.Context).ShouldBe(("Pending", "Every change of this agent waits for a person."));
        (await web.DecideAsync("lied", new { decision = "deny" }).AnswerAsync()).Status.ShouldBe("denied");
    }

    [Theory]
    [InlineData("approve", "approved", true)]
    [InlineData("deny", "denied", false)]
    public async Task Decide_InTime_IsAnEntryOfTheJournal(string decision, string status, bool approved)
    {
        var asked = await web.Approvals.AskAsync($"in-time-{decision}");
        var answer = await web.DecideAsync(asked.Asked.Request, new { decision, reason = " after lunch ", digest = asked.Judged.Digest.Value }).AnswerAsync();
        (answer.Status, answer.DecidedBy, answer.Run).ShouldBe((status, "operator", asked.Run.Name));
        (await web.Approvals.FindAsync(asked.Asked.Request)).Decided.ShouldBe(new ApprovalDecided(1, asked.Asked.Request, asked.Judged.Digest, approved, "operator", "after lunch"));
        (await web.Client().ReadAsync<ApprovalDetail>(web.PathOf(asked.Asked.Request))).Approval.Phase.ShouldBe(approved ? "Approved" : "Denied");
    }

    [Fact]
    public async Task Decide_Twice_TheFirstCounts()
    {
        await web.Approvals.AskAsync("twice");
        var first = await web.DecideAsync("twice", new { decision = "deny", reason = "no" }).AnswerAsync();
        (await web.DecideAsync("twice", new { decision = "deny", reason = "again" }).AnswerAsync()).ShouldBe(first);
        var problem = await web.DecideAsync("twice", new { decision = "approve" }).ProblemAsync(HttpStatusCode.Conflict);
        (problem.Reason, problem.Detail).ShouldBe(("AlreadyDecided", "operator denied it already."));
        (await web.Approvals.FindAsync("twice")).Decided!.Reason.ShouldBe("no");
    }

    [Fact]
    public async Task Decide_ManyAtOnce_OneEntryAndOneWinner()
    {
        await web.Approvals.AskAsync("rush");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => web.DecideAsync("rush", new { decision = i % 2 == 0 ? "approve" : "deny" })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(5);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        var events = await web.Journal.ReadAsync(new(web.Namespace, "rush-run"), 0, 100, CancellationToken.None);
        events.Count(e => e.Data is ApprovalDecided).ShouldBe(1);
    }

    [Fact]
    public async Task Decide_AboutAnotherCall_IsRefused()
    {
        await web.Approvals.AskAsync("other-call");
        (await web.DecideAsync("other-call", new { decision = "approve", digest = new string('0', 64) }).ProblemAsync(HttpStatusCode.Conflict)).Reason.ShouldBe("OtherCall");
        (await web.Approvals.FindAsync("other-call")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Decide_WhatDestroys_NeedsTheTextOfThisQuestion()
    {
        var other = await web.Approvals.AskAsync("typed-other", RiskTier.DestructiveMutation);
        var asked = await web.Approvals.AskAsync("typed", RiskTier.DestructiveMutation);
        foreach (var text in new[] { null, "", "yes", "confirm-", TypedConfirmation.Of(other, "operator"), TypedConfirmation.Of(asked, "chatops") })
        {
            var problem = await web.DecideAsync("typed", new { decision = "approve", typedConfirmation = text }).ProblemAsync(HttpStatusCode.BadRequest);
            (problem.Reason, problem.Field).ShouldBe(("ConfirmationRequired", "typedConfirmation"), text);
        }

        (await web.DecideAsync("typed", new { decision = "approve", typedConfirmation = $" {TypedConfirmation.Of(asked, "operator")} " }).AnswerAsync()).Status.ShouldBe("approved");
        (await web.DecideAsync("typed-other", new { decision = "deny" }).AnswerAsync()).Status.ShouldBe("denied");
    }

    [Fact]
    public async Task Decide_TooLate_IsRefused()
    {
        await web.Approvals.AskAsync("late", wait: TimeSpan.FromSeconds(-1));
        var problem = await web.DecideAsync("late", new { decision = "approve" }).ProblemAsync(HttpStatusCode.Conflict);
        problem.Reason.ShouldBe("Expired");
        (await web.Approvals.FindAsync("late")).Decided.ShouldBeNull();
    }

    [Fact]
    public async Task Decide_WhatTheRunCountsAsExpiredOrLeft_IsRefused()
    {
        await web.Approvals.AskAsync("closed");
        await web.Approvals.AppendAsync("closed", new ApprovalExpired(1, "closed"));
        (await web.DecideAsync("closed", new { decision = "approve" }).ProblemAsync(HttpStatusCode.Conflict)).Reason.ShouldBe("Expired");
        await web.Approvals.AskAsync("left");
        await web.Approvals.AppendAsync("left", new RunFinished("Cancelled", "Cancelled", "Stopped."));
        (await web.DecideAsync("left", new { decision = "approve" }).ProblemAsync(HttpStatusCode.Conflict)).Detail!.ShouldContain("run ended");
    }

    [Fact]
    public async Task Decide_Unknown_Is404()
    {
        (await web.DecideAsync("nobody", new { decision = "approve" }).ProblemAsync(HttpStatusCode.NotFound)).Detail!.ShouldContain("nobody");
        (await web.Client().GetAsync(web.PathOf("nobody")).ProblemAsync(HttpStatusCode.NotFound)).Detail!.ShouldContain("legator approvals list");
    }

    [Fact]
    public async Task Decide_ObjectThatNoRunAskedFor_Is404AndTellsWhy()
    {
        var asked = await web.Approvals.AskAsync("real");
        await web.Approvals.ShowAsync("forged", ApprovalRequests.SpecOf(asked, "careful"));
        (await web.DecideAsync("forged", new { decision = "approve" }).ProblemAsync(HttpStatusCode.NotFound)).Detail!.ShouldContain("never asked");
        (await web.Approvals.FindAsync("real")).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"decision":5}""", "decision")]
    [InlineData("""{"decision":"yes"}""", "decision")]
    [InlineData("""{"decision":"Approve"}""", "decision")]
    [InlineData("{}", "decision")]
    [InlineData("""{"decision":"approve","confirm":"x"}""", "confirm")]
    [InlineData("""{"decision":"approve","reason":{}}""", "reason")]
    [InlineData("{\"decision\":\"approve\",\"reason\":\"a\\u0000b\"}", "reason")]
    [InlineData("""{"decision":"approve","typedConfirmation":1}""", "typedConfirmation")]
    [InlineData("""{"decision":"approve","digest":[]}""", "digest")]
    [InlineData("[1]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    [InlineData("decision=approve", "body")]
    public async Task Decide_MalformedBody_NamesTheField(string body, string field) =>
        (await web.SendAsync("any", body).ProblemAsync(HttpStatusCode.BadRequest)).Field.ShouldBe(field);

    [Fact]
    public async Task Decide_TooMuchText_IsRefused()
    {
        (await web.DecideAsync("any", new { decision = "deny", reason = new string('x', 1025) }).ProblemAsync(HttpStatusCode.BadRequest)).Field.ShouldBe("reason");
        (await web.DecideAsync("any", new { decision = "deny", reason = new string('x', 1_100_000) }).ProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Reason.ShouldBe("BodyTooLarge");
    }

    [Fact]
    public async Task Decide_ReasonWithASecret_IsRecordedWithoutIt()
    {
        await web.Approvals.AskAsync("told");
        await web.DecideAsync("told", new { decision = "deny", reason = "use password=hunter2-canary instead" }).AnswerAsync();
        (await web.Approvals.FindAsync("told")).Decided!.Reason.ShouldNotBeNull().ShouldNotContain("hunter2-canary");
        (await web.Client().GetStringAsync(web.PathOf("told"))).ShouldNotContain("hunter2-canary");
    }

    private Task<ApprovalList> ListAsync(string query) => web.Client().ReadAsync<ApprovalList>($"{ApiPaths.Approvals}?namespace={web.Namespace}&{query}");
}
