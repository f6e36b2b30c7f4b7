using System.Net;
using System.Net.Http.Json;
using System.Text;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Api;

/// <summary>What the API promises, over whichever Kubernetes API it stands on.</summary>
public abstract class ApiContract(StartedWeb web)
{
    private HttpClient Api { get; } = web.Client();

    [Theory]
    [InlineData("/api/v1/agents", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/runs/x/journal", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task AnyPath_WithoutToken_TellsNothing(string path, HttpStatusCode expected) =>
        (await web.Client(token: null).GetAsync(path).ProblemAsync(expected)).Detail.ShouldNotBeNullOrEmpty();

    // Nothing that a stranger sends may start a run.
    [Theory]
    [InlineData("/webhook/github")]
    [InlineData("/api/v1/agents/x/runs")]
    public async Task Hole26_PostWithoutToken_StartsNothing(string path)
    {
        using var nothing = new StringContent("{}");
        (await web.Client(token: null).PostAsync(path, nothing)).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnyPath_WithWrongToken_Is401() =>
        (await web.Client("not-the-token-of-anybody").GetAsync("/api/v1/agents").ProblemAsync(HttpStatusCode.Unauthorized)).Detail!.ShouldContain("<data-dir>/token");

    [Fact]
    public async Task Me_NamedToken_SaysWhoHoldsIt() =>
        (await web.Client(StartedWeb.ChatToken).ReadAsync<CallerIdentity>("/api/v1/me")).Subject.ShouldBe("token:chatops");

    [Fact]
    public async Task Agents_ListedByPage_EachOnceInOrder()
    {
        foreach (var name in new[] { "page-c", "page-a", "page-b" })
        {
            await web.Samples.AgentAsync(name);
        }

        var names = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await Api.ReadAsync<AgentList>($"/api/v1/agents?namespace={web.Namespace}&limit=2&continue={next}");
            names.AddRange(page.Agents.Select(a => a.Name).Where(n => n.StartsWith("page-", StringComparison.Ordinal)));
            next = page.Continue;
        }

        names.ShouldBe(["page-a", "page-b", "page-c"]);
    }

    [Fact]
    public async Task Agent_NameInTwoNamespaces_AsksWhich()
    {
        var other = web.Namespace + "-2";
        await web.Samples.CreateNamespaceAsync(other);
        await web.Samples.AgentAsync("twin");
        await web.Samples.AgentAsync("twin", inNamespace: other);

        var problem = await Api.GetAsync("/api/v1/agents/twin").ProblemAsync(HttpStatusCode.Conflict);

        problem.Field.ShouldBe("namespace");
        problem.Detail!.ShouldContain(other);
        (await Api.ReadAsync<LegatorAgent>($"/api/v1/agents/twin?namespace={other}")).Metadata.Namespace.ShouldBe(other);
    }

    [Fact]
    public async Task Agent_Unknown_Is404() =>
        (await Api.GetAsync("/api/v1/agents/nobody").ProblemAsync(HttpStatusCode.NotFound)).Detail!.ShouldContain("nobody");

    [Fact]
    public async Task Runs_PagedWhileNewOnesArrive_EachOnceNewestFirst()
    {
        for (var i = 0; i < 5; i++)
        {
            await web.Samples.RunAsync($"paged-{i}", "pager");
        }

        var first = await Api.ReadAsync<RunList>($"/api/v1/runs?namespace={web.Namespace}&agent=pager&limit=2");
        await web.Samples.RunAsync("paged-9", "pager");
        var second = await Api.ReadAsync<RunList>($"/api/v1/runs?namespace={web.Namespace}&agent=pager&limit=500&continue={first.Continue}");

        first.Total.ShouldBe(5);
        second.Continue.ShouldBeNull();
        first.Runs.Concat(second.Runs).Select(r => r.Name).Order().ShouldBe(["paged-0", "paged-1", "paged-2", "paged-3", "paged-4"]);
        first.Runs.Concat(second.Runs).Select(r => r.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task Runs_FilteredByPhase_OnlyThose()
    {
        await web.Samples.RunAsync("phase-a", "phaser", new LegatorRunStatus { Phase = RunPhase.Failed, Message = "The model is away." });
        await web.Samples.RunAsync("phase-b", "phaser");

        var failed = await Api.ReadAsync<RunList>($"/api/v1/runs?namespace={web.Namespace}&agent=phaser&phase=failed");
        var pending = await Api.ReadAsync<RunList>($"/api/v1/runs?namespace={web.Namespace}&agent=phaser&phase=Pending");

        failed.Runs.ShouldHaveSingleItem().Message.ShouldBe("The model is away.");
        pending.Runs.ShouldHaveSingleItem().Name.ShouldBe("phase-b");
    }

    [Theory]
    [InlineData("/api/v1/runs?limit=0", "limit")]
    [InlineData("/api/v1/runs?limit=abc", "limit")]
    [InlineData("/api/v1/runs?limit=501", "limit")]
    [InlineData("/api/v1/runs?phase=Done", "phase")]
    [InlineData("/api/v1/agents?continue=%7B%7D", "continue")]
    [InlineData("/api/v1/runs/x/journal?namespace=y&after=-1", "after")]
    [InlineData("/api/v1/runs/x/journal?namespace=y&follow=maybe", "follow")]
    public async Task Query_Malformed_NamesTheParameter(string path, string field) =>
        (await Api.GetAsync(path).ProblemAsync(HttpStatusCode.BadRequest)).Field.ShouldBe(field);

    [Fact]
    public async Task Run_Requested_IsAnnotatedUnderTheNameThatTheOperatorGives()
    {
        await web.Samples.AgentAsync("asked");

        using var response = await Api.PostAsJsonAsync($"/api/v1/agents/asked/run?namespace={web.Namespace}", new { task = "Look\nclosely", target = "deploy/web" });
        var accepted = (await response.Content.ReadFromJsonAsync<RunAccepted>(LegatorJson.Options))!;

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var agent = (await web.Cluster<LegatorAgent>().GetAsync(web.Namespace, "asked", CancellationToken.None))!;
        accepted.Run.ShouldBe(RunNames.ForRequest(new AgentKey(web.Namespace, "asked"), agent.Metadata.Annotation("legator.io/run-now")!));
        agent.Metadata.Annotation("legator.io/task").ShouldBe("Look\nclosely");
        agent.Metadata.Annotation("legator.io/target").ShouldBe("deploy/web");
    }

    [Fact]
    public async Task Run_RequestedWithEmptyBody_IsAccepted()
    {
        await web.Samples.AgentAsync("bare");
        using var response = await Api.PostAsync($"/api/v1/agents/bare/run?namespace={web.Namespace}", null);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Location!.ToString().ShouldContain($"namespace={web.Namespace}");
    }

    [Fact]
    public async Task Run_WhileAnEarlierRequestIsPending_IsRefusedAfterAWhile()
    {
        await web.Samples.AgentAsync("busy");
        (await Api.PostAsync($"/api/v1/agents/busy/run?namespace={web.Namespace}", null)).EnsureSuccessStatusCode();

        var problem = await Api.PostAsync($"/api/v1/agents/busy/run?namespace={web.Namespace}", null).ProblemAsync(HttpStatusCode.Conflict);

        problem.Reason.ShouldBe("RequestPending");
        problem.Detail!.ShouldContain("Operator");
    }

    [Fact]
    public async Task Run_OfPausedAgent_IsRefusedWithTheFix()
    {
        await web.Samples.AgentAsync("asleep", paused: true);
        (await Api.PostAsync($"/api/v1/agents/asleep/run?namespace={web.Namespace}", null).ProblemAsync(HttpStatusCode.Conflict)).Detail!.ShouldContain("spec.paused");
    }

    [Theory]
    [InlineData("{\"task\": 5}", "task")]
    [InlineData("{\"taks\": \"x\"}", "taks")]
    [InlineData("[1]", "body")]
    [InlineData("{\"task\": \"x\"", "body")]
    [InlineData("null", "body")]
    [InlineData("{\"target\": \"a\\nb\"}", "target")]
    public async Task Run_MalformedBody_NamesTheField(string body, string field)
    {
        var problem = await Api.PostAsync("/api/v1/agents/any/run", new StringContent(body, Encoding.UTF8, "application/json")).ProblemAsync(HttpStatusCode.BadRequest);
        problem.Field.ShouldBe(field);
    }

    [Fact]
    public async Task Run_BodyOverOneMebibyte_Is413()
    {
        using var body = new StringContent($$"""{"task": "{{new string('x', 1_100_000)}}"}""", Encoding.UTF8, "application/json");
        (await Api.PostAsync("/api/v1/agents/any/run", body).ProblemAsync(HttpStatusCode.RequestEntityTooLarge)).Reason.ShouldBe("BodyTooLarge");
    }

    [Fact]
    public async Task Journal_OfAFinishedRun_IsCompleteAndVerified()
    {
        var key = await web.Samples.RunAsync("told");
        await (await (await new SampleJournal(web.Journal, key).StartAsync()).ActAsync()).FinishAsync();

        var page = await Api.ReadAsync<JournalPage>($"/api/v1/runs/told/journal?namespace={web.Namespace}");
        var rest = await Api.ReadAsync<JournalPage>($"/api/v1/runs/told/journal?namespace={web.Namespace}&after=8");

        page.Complete.ShouldBeTrue();
        page.Chain.ShouldBe(new ChainReport(true, 10));
        page.Head.Hash.ShouldBe(page.Events[^1].Hash);
        rest.Events.Select(e => e.Sequence).ShouldBe([9, 10]);
    }

    [Fact]
    public async Task Status_OfANamespaceWithoutAgents_SaysWhyItIsIdle()
    {
        var report = await Api.ReadAsync<StatusReport>("/api/v1/status?namespace=empty");
        (report.State, report.Agents.Total).ShouldBe(("idle", 0));
        report.Message.ShouldContain("kubectl apply");
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryPath() =>
        (await web.Client(token: null).GetStringAsync("/openapi/v1.json")).ShouldContain("/api/v1/agents/{name}/run");
}
