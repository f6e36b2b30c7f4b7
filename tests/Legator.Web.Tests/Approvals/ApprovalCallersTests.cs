using System.Net;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Resources.UserPolicies;
using Legator.Web.Tests.Dashboard;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>Who may decide approvals.</summary>
public sealed class ApprovalCallersTests(StartedWebOfItsOwn web) : IClassFixture<StartedWebOfItsOwn>
{
    [Theory]
    [InlineData(null)]
    [InlineData("not-the-token-of-anybody")]
    public async Task Stranger_Is401AndIsToldNothing(string? token)
    {
        var asked = token is null ? "stranger-without" : "stranger-wrong";
        await AskedAsync(asked);
        foreach (var path in new[] { ApiPaths.Approvals, web.PathOf(asked), web.PathOf("nobody") })
        {
            await web.Client(token).GetAsync(path).ProblemAsync(HttpStatusCode.Unauthorized);
        }

        await web.DecideAsync(asked, new { decision = "approve" }, token).ProblemAsync(HttpStatusCode.Unauthorized);
        (await web.Approvals.FindAsync(asked)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Session_AtTheApi_DecidesNothing()
    {
        await AskedAsync("by-session");
        using var browser = await Browser.SignedInAsync(web);
        using var body = new StringContent("""{"decision":"approve"}""", System.Text.Encoding.UTF8, "application/json");
        (await browser.PostAsync(web.PathOf("by-session"), body)).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        (await web.Approvals.FindAsync("by-session")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Program_WithoutAPolicy_SeesAndDoesNotDecide()
    {
        await AskedAsync("no-policy");
        var detail = await web.Client(StartedWeb.ChatToken).ReadAsync<ApprovalDetail>(web.PathOf("no-policy"));
        (detail.MayDecide.Allowed, detail.MayDecide.Reason, detail.Confirmation).ShouldBe((false, "no UserPolicy names token:chatops.", null));
        await RefusedAsync("no-policy", StartedWeb.ChatToken, "no UserPolicy names token:chatops");
    }

    [Fact]
    public async Task Program_WithAPolicy_DecidesWithinItsScopeAndUnderItsName()
    {
        await AskedAsync("in-scope", "shop-cart");
        await AskedAsync("out-of-scope", "bank");
        await WithPolicyAsync("chat-shop", """{subjects: [{claim: sub, value: "token:chatops"}], role: operator, scope: {agents: ["shop-*"]}}""", true, async () =>
        {
            await RefusedAsync("out-of-scope", StartedWeb.ChatToken, "covers agent");
            var problem = await web.DecideAsync("in-scope", new { decision = "approve", typedConfirmation = "no" }, StartedWeb.ChatToken).ProblemAsync(HttpStatusCode.BadRequest);
            problem.Reason.ShouldBe("ConfirmationRequired");
            var confirmation = (await web.Client(StartedWeb.ChatToken).ReadAsync<ApprovalDetail>(web.PathOf("in-scope"))).Confirmation;
            (await web.DecideAsync("in-scope", new { decision = "approve", typedConfirmation = confirmation }, StartedWeb.ChatToken).AnswerAsync()).DecidedBy.ShouldBe("chatops");
            (await web.DecideAsync("in-scope", new { decision = "deny" }).ProblemAsync(HttpStatusCode.Conflict)).Detail.ShouldBe("chatops approved it already.");
        });
    }

    [Fact]
    public async Task Operator_WhomAPolicyMakesAViewer_DoesNotDecide()
    {
        await AskedAsync("viewer");
        await WithPolicyAsync("no-operator", """{subjects: [{claim: name, value: "operator"}], role: viewer}""", true, () => RefusedAsync("viewer", StartedWeb.Token, "only a viewer"));
        (await web.DecideAsync("viewer", new { decision = "deny" }).AnswerAsync()).Status.ShouldBe("denied");
    }

    [Fact]
    public async Task Viewer_StartsNoRunAndNoUndo_AndSeesAll()
    {
        var agent = (await web.Samples.AgentAsync("watched")).Metadata.Name!;
        await AskedAsync("seen");
        await WithPolicyAsync("only-looks", """{subjects: [{claim: sub, value: "token:chatops"}], role: viewer}""", true, async () =>
        {
            using var client = web.Client(StartedWeb.ChatToken);
            var problem = await client.PostAsync($"{ApiPaths.AgentRun(agent)}?namespace={web.Namespace}", null).ProblemAsync(HttpStatusCode.Forbidden);
            (problem.Reason, problem.Detail!.Contains("only a viewer", StringComparison.Ordinal)).ShouldBe(("MayNotRun", true));
            (await client.ReadAsync<CallerIdentity>(ApiPaths.Me)).Permissions["agents:run"].Allowed.ShouldBeFalse();
            (await client.ReadAsync<ApprovalDetail>(web.PathOf("seen"))).Confirmation.ShouldBeNull();
            using var browser = await Browser.SignedInAsync(web, StartedWeb.ChatToken);
            (await browser.PageAsync($"/agents/{web.Namespace}/{agent}")).ShouldContain("You may not run it");
        });
    }

    /// <summary>A text that one person was shown is of no use to another, also not with the other's session, and not after the question was asked anew.</summary>
    [Fact]
    public async Task TypedText_OfAnotherPersonOrQuestion_IsOfNoUse()
    {
        await AskedAsync("replayed");
        await WithPolicyAsync("both", """{subjects: [{claim: sub, value: "token:*"}], role: operator}""", true, async () =>
        {
            var mine = (await web.Client().ReadAsync<ApprovalDetail>(web.PathOf("replayed"))).Confirmation;
            var theirs = (await web.Client(StartedWeb.ChatToken).ReadAsync<ApprovalDetail>(web.PathOf("replayed"))).Confirmation;
            theirs.ShouldNotBe(mine);
            (await web.DecideAsync("replayed", new { decision = "approve", typedConfirmation = mine }, StartedWeb.ChatToken).ProblemAsync(HttpStatusCode.BadRequest)).Reason.ShouldBe("ConfirmationRequired");
            using var browser = await Browser.SignedInAsync(web);
            (await browser.PostAsync($"/approvals/{web.Namespace}/replayed", $"/approvals/{web.Namespace}/replayed/decision", ("decision", "approve"), ("confirmation", theirs!))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await web.Approvals.FindAsync("replayed")).IsOpen.ShouldBeTrue();
        });
    }

    /// <summary>What protects one person's form from forgery protects nobody else's.</summary>
    [Fact]
    public async Task FormToken_OfAnotherPerson_DecidesNothing()
    {
        await AskedAsync("crossed");
        using var mine = await Browser.SignedInAsync(web);
        using var theirs = await Browser.SignedInAsync(web, StartedWeb.ChatToken);
        var agent = (await web.Samples.AgentAsync("crossing")).Metadata.Name!;
        var foreign = await theirs.FormTokenAsync($"/agents/{web.Namespace}/{agent}");
        using var answer = await mine.PostAsync($"/approvals/{web.Namespace}/crossed/decision", Browser.Form(("decision", "deny"), ("__RequestVerificationToken", foreign)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await web.Approvals.FindAsync("crossed")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Operator_WhomAPolicyNamesThatIsNotInOrder_DoesNotDecide()
    {
        await AskedAsync("disorder");
        await WithPolicyAsync("unproved", """{subjects: [{claim: sub, value: "token:operator"}], role: admin}""", false, () => RefusedAsync("disorder", StartedWeb.Token, "is not in order"));
    }

    [Fact]
    public async Task Anybody_WhileAPolicyCannotBeRead_DoesNotDecide()
    {
        await AskedAsync("unreadable");
        var objects = web.Get<Backends.Kubernetes.ClusterConnection>();
        using var client = new DynamicClient(objects);
        var kinds = (await client.ResolveAsync("customresourcedefinitions", default))!;
        await client.PatchAsync(kinds, null, "userpolicies.legator.io", Loose(await client.GetAsync(kinds, null, "userpolicies.legator.io", default)), default);
        var policies = (await client.ResolveAsync("userpolicies", default))!;
        var emperor = Yaml.Parse("{apiVersion: legator.io/v1alpha1, kind: UserPolicy, metadata: {name: emperor}, spec: {subjects: [{claim: sub, value: x}], role: emperor}}")!.AsObject();
        await Eventually.IsTrueAsync("the API takes a policy of another shape", async () => await TryAsync(() => client.CreateAsync(policies, null, emperor, default)));
        await Eventually.IsTrueAsync("the web has seen it", () => web.Get<Informer<UserPolicy>>().Malformed.Count > 0);
        await RefusedAsync("unreadable", StartedWeb.Token, "UserPolicy emperor cannot be read");
        await client.DeleteAsync(policies, null, "emperor", default);
        await Eventually.IsTrueAsync("the web has seen it go", () => web.Get<Informer<UserPolicy>>().Malformed.Count == 0);
    }

    private static JsonObject Loose(JsonObject? definition)
    {
        var versions = (JsonArray)definition!["spec"]!["versions"]!.DeepClone();
        versions[0]!["schema"] = Yaml.Parse("{openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}");
        return new JsonObject { ["spec"] = new JsonObject { ["versions"] = versions } };
    }

    private static async Task<bool> TryAsync(Func<Task> create)
    {
        try
        {
            await create();
            return true;
        }
        catch (Backends.Kubernetes.ClusterException exception)
        {
            return exception.IsAlreadyExists;
        }
    }

    private async Task AskedAsync(string name, string agent = "careful") => await web.Approvals.AskAsync(name, Core.Actions.RiskTier.DestructiveMutation, agent);

    private async Task RefusedAsync(string approval, string token, string why)
    {
        var problem = await web.DecideAsync(approval, new { decision = "deny" }, token).ProblemAsync(HttpStatusCode.Forbidden);
        problem.Reason.ShouldBe("MayNotDecide");
        problem.Detail!.ShouldContain(why);
        (await web.Approvals.FindAsync(approval)).IsOpen.ShouldBeTrue();
    }

    /// <summary>Does something while a UserPolicy counts, and removes it again.</summary>
    private async Task WithPolicyAsync(string name, string spec, bool ready, Func<Task> action)
    {
        var policies = web.Cluster<UserPolicy>();
        var policy = Yaml.Deserialize<UserPolicy>($"{{apiVersion: legator.io/v1alpha1, kind: UserPolicy, metadata: {{name: {name}}}, spec: {spec}}}")!;
        var created = await policies.CreateAsync(policy, CancellationToken.None);
        await policies.PatchStatusAsync(null, name, new JsonObject { ["status"] = new JsonObject { ["ready"] = ready, ["observedGeneration"] = created.Metadata.Generation } }, CancellationToken.None);
        var seen = web.Get<Informer<UserPolicy>>();
        await Eventually.IsTrueAsync($"the web has seen UserPolicy {name}", () => seen.All.Any(p => p.Metadata.Name == name && p.Status?.Ready == ready));
        await action();
        await policies.DeleteAsync(null, name, CancellationToken.None);
        await Eventually.IsTrueAsync($"the web has seen UserPolicy {name} go", () => seen.All.All(p => p.Metadata.Name != name));
    }
}
