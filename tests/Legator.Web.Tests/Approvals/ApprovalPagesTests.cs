using System.Net;
using System.Text;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Web.Tests.Dashboard;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Approvals;

/// <summary>The dashboard's pages of approvals and their form.</summary>
public sealed class ApprovalPagesTests(StartedWebOfItsOwn web) : IClassFixture<StartedWebOfItsOwn>
{
    [Fact]
    public async Task List_WaitingQuestion_LeadsToItsPage()
    {
        await web.Approvals.AskAsync("listed");
        using var browser = await Browser.SignedInAsync(web);
        var page = await browser.PageAsync("/approvals");
        page.ShouldContain($"href=\"{PageOf("listed")}\"");
        page.ShouldContain(">scale deployments.apps/web -n shop</a>");
    }

    [Fact]
    public async Task Page_WaitingQuestion_ShowsItEncodedAndAsksForTheText()
    {
        var asked = await web.Approvals.AskAsync("paged", RiskTier.DestructiveMutation);
        using var browser = await Browser.SignedInAsync(web);
        var page = await browser.PageAsync(PageOf("paged"));
        string[] expected = ["scale deployments.apps/web -n shop (destructive-mutation)", "pods/web-1", "replicas: 1 -&gt; 3", asked.Judged.Digest.Value, TypedConfirmation.Of(asked, "operator"), "waits for a person"];
        expected.ShouldAllBe(text => page.Contains(text, StringComparison.Ordinal));
        page.ShouldContain($"action=\"{FormOf("paged")}\"");
        page.ShouldNotContain("<img src=x");
    }

    [Fact]
    public async Task Form_Posted_DecidesAndLeadsToTheRun()
    {
        var asked = await web.Approvals.AskAsync("posted", RiskTier.DestructiveMutation);
        using var browser = await Browser.SignedInAsync(web);
        using (var untyped = await PostAsync(browser, "posted", ("decision", "approve"), ("digest", asked.Judged.Digest.Value)))
        {
            untyped.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await untyped.Content.ReadAsStringAsync()).ShouldContain(TypedConfirmation.Of(asked, "operator"));
        }

        using var answer = await PostAsync(browser, "posted", ("decision", "approve"), ("digest", asked.Judged.Digest.Value), ("reason", "as planned"), ("confirmation", TypedConfirmation.Of(asked, "operator")));
        answer.Headers.Location!.ToString().ShouldBe($"/runs/{web.Namespace}/posted-run");
        (await web.Approvals.FindAsync("posted")).Decided.ShouldNotBeNull().Reason.ShouldBe("as planned");
        (await browser.PageAsync(PageOf("posted"))).ShouldContain("Approved by operator");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "decision=approve")]
    [InlineData("application/x-www-form-urlencoded", "decision=approve&__RequestVerificationToken=made-up")]
    [InlineData("text/plain", "decision=approve")]
    [InlineData("application/json", "{\"decision\":\"approve\"}")]
    public async Task Form_WithoutThePagesToken_DecidesNothing(string type, string body)
    {
        var name = $"forgery-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
        await web.Approvals.AskAsync(name);
        using var browser = await Browser.SignedInAsync(web);
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await browser.PostAsync(FormOf(name), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await web.Approvals.FindAsync(name)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Form_WithoutSession_LeadsToSignInAndDecidesNothing()
    {
        await web.Approvals.AskAsync("sessionless");
        using var browser = new Browser(web.Url);
        using var answer = await browser.PostAsync(FormOf("sessionless"), Browser.Form(("decision", "approve")));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsolutePath.ShouldBe("/login");
        (await web.Approvals.FindAsync("sessionless")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Program_SignedIn_IsToldThatItMayNotDecide()
    {
        await web.Approvals.AskAsync("program", RiskTier.DestructiveMutation);
        await web.Approvals.AskAsync("program-other");
        using var browser = await Browser.SignedInAsync(web, StartedWeb.ChatToken);
        var page = await browser.PageAsync(PageOf("program"));
        page.ShouldContain("You may not decide it");
        page.ShouldNotContain("confirm-");
        using var answer = await browser.PostAsync($"/agents/{web.Namespace}/{await AgentAsync()}", FormOf("program-other"), ("decision", "approve"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await web.Approvals.FindAsync("program-other")).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData("maybe", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Form_WithoutADecision_IsRefused(string decision, HttpStatusCode status)
    {
        var name = $"undecided-{decision.Length}";
        await web.Approvals.AskAsync(name);
        using var browser = await Browser.SignedInAsync(web);
        (await PostAsync(browser, name, ("decision", decision))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Page_Unknown_SaysSo()
    {
        using var browser = await Browser.SignedInAsync(web);
        using var answer = await browser.GetAsync(PageOf("nothing"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no approval");
    }

    private string PageOf(string approval) => $"/approvals/{web.Namespace}/{approval}";

    private string FormOf(string approval) => $"{PageOf(approval)}/decision";

    private Task<HttpResponseMessage> PostAsync(Browser browser, string approval, params (string, string)[] fields) => browser.PostAsync(PageOf(approval), FormOf(approval), fields);

    // A page with a form of its own, whose protection against forgery is the session's.
    private async Task<string> AgentAsync() => (await web.Samples.AgentAsync("formed")).Metadata.Name!;
}
