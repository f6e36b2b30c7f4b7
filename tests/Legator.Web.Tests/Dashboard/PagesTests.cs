using System.Net;
using System.Text.RegularExpressions;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Web.Tests.Hosting;

namespace Legator.Web.Tests.Dashboard;

public sealed partial class PagesTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task RunPage_FinishedRun_ShowsVerdictReasonRemedyAndProof()
    {
        using var browser = await Browser.SignedInAsync(web);
        var page = await browser.PageAsync(await RunAsync("shown"));
        string[] expected =
        [
            "Succeeded", "scripted", "Chain verified", "kubectl.delete", "pods/cart-0 -n shop", "destructive-mutation", "AutonomyExceeded",
            "A destructive mutation needs automate-destructive", "raise spec.guardrails.autonomy", "cart has 1 of 2 pods", "One pod of cart is stuck", "destructive-mutation is above observe.",
        ];
        expected.ShouldAllBe(text => page.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunPage_TextOfModelsAndTools_IsEncoded()
    {
        using var browser = await Browser.SignedInAsync(web);
        var page = await browser.PageAsync(await RunAsync("hostile"));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldContain("&lt;img src=x");
        page.ShouldNotContain("<img src=x");
        page.ShouldNotContain("<b>everything");
    }

    [Fact]
    public async Task RunPage_JournalTamperedWith_SaysSo()
    {
        using var browser = await Browser.SignedInAsync(web);
        var path = await RunAsync("tampered");
        web.Tamper("UPDATE events SET data = replace(data, 'web 3/3', 'web 9/9') WHERE run = 'tampered'");
        var page = await browser.PageAsync(path);
        page.ShouldContain("Chain broken");
        page.ShouldContain("does not fit its hash");
    }

    [Fact]
    public async Task RunPage_RunUnderWay_FollowsItsJournal()
    {
        using var browser = await Browser.SignedInAsync(web);
        var key = await web.Samples.RunAsync("moving");
        await new SampleJournal(web.Journal, key).StartAsync();
        var page = await browser.PageAsync($"/runs/{web.Namespace}/moving");
        page.ShouldContain("Running");
        page.ShouldContain($"data-events=\"/api/v1/runs/moving/journal?namespace={web.Namespace}&amp;follow=true\"");
    }

    [Fact]
    public async Task RunNow_Posted_LeadsToThePageOfTheComingRun()
    {
        using var browser = await Browser.SignedInAsync(web);
        await web.Samples.AgentAsync("pressed");

        using var answer = await browser.PostAsync($"/agents/{web.Namespace}/pressed", $"/agents/{web.Namespace}/pressed/run", ("task", "Look"), ("target", ""));

        var agent = (await web.Cluster<LegatorAgent>().GetAsync(web.Namespace, "pressed", CancellationToken.None))!;
        var run = RunNames.ForRequest(new AgentKey(web.Namespace, "pressed"), agent.Metadata.Annotation("legator.io/run-now")!);
        answer.Headers.Location!.ToString().ShouldBe($"/runs/{web.Namespace}/{run}");
        (await browser.PageAsync(answer.Headers.Location!.ToString())).ShouldContain("requested a moment ago");
    }

    [Fact]
    public async Task EveryPage_RunsNothingInline()
    {
        using var browser = await Browser.SignedInAsync(web);
        await web.Samples.AgentAsync("plain");
        await web.Samples.AgentStatusAsync("plain", new LegatorAgentStatus { Phase = AgentPhase.Ready });
        foreach (var path in new[] { "/", "/agents", $"/agents/{web.Namespace}/plain", "/runs?phase=Failed", "/messages", await RunAsync("inline"), "/login" })
        {
            using var answer = await browser.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
            Inline().Matches(page).Select(m => m.Value).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Nothing here")]
    [InlineData("/runs/x/y", HttpStatusCode.NotFound, "no run")]
    [InlineData("/agents/x/y", HttpStatusCode.NotFound, "no agent")]
    [InlineData("/runs?phase=Done", HttpStatusCode.BadRequest, "not a phase")]
    public async Task Page_ThatCannotBe_SaysWhy(string path, HttpStatusCode status, string text)
    {
        using var browser = await Browser.SignedInAsync(web);
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(text);
    }

    private async Task<string> RunAsync(string name)
    {
        var key = await web.Samples.RunAsync(name, status: new LegatorRunStatus { Phase = RunPhase.Running });
        await (await (await new SampleJournal(web.Journal, key).StartAsync()).ActAsync()).FinishAsync();
        return $"/runs/{web.Namespace}/{name}";
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+="|javascript:""")]
    private static partial Regex Inline();
}
