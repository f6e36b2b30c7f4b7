using System.Net;
using Legator.Web.SignIn;
using Legator.Web.Tests.Dashboard;
using Legator.Web.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Web.Tests.SignIn;

public sealed class SignInTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task Page_WithoutSession_LeadsToSignIn()
    {
        using var browser = new Browser(web.Url);
        using var answer = await browser.GetAsync("/runs?agent=x");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/login?returnUrl=%2Fruns%3Fagent%3Dx");
    }

    [Fact]
    public async Task SignIn_WithToken_SetsAStrictHttpOnlyCookie()
    {
        using var browser = new Browser(web.Url);
        using var answer = await browser.PostAsync("/login", "/login", ("token", StartedWeb.Token), ("returnUrl", "/agents"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("legator-session", StringComparison.Ordinal));
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("httponly");
        answer.Headers.Location!.ToString().ShouldBe("/agents");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task SignIn_ReturnUrlOfAnotherSite_GoesToTheOverview(string returnUrl)
    {
        using var browser = new Browser(web.Url);
        using var answer = await browser.PostAsync("/login", "/login", ("token", StartedWeb.Token), ("returnUrl", returnUrl));
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_WithWrongToken_IsRefused()
    {
        using var browser = new Browser(web.Url);
        using var answer = await browser.PostAsync("/login", "/login", ("token", "wrong"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Nobody holds this token");
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/logout")]
    [InlineData("/agents/x/y/run")]
    public async Task Form_WithoutItsToken_IsRefused(string path)
    {
        using var browser = await Browser.SignedInAsync(web);
        using var answer = await browser.PostAsync(path, Browser.Form(("token", StartedWeb.Token)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Code_UsedTwice_SignsInOnce()
    {
        var code = web.Get<SignInCodes>().Issue();
        using var first = new Browser(web.Url);
        using var second = new Browser(web.Url);

        (await first.PageAsync($"/login?code={code}")).ShouldContain("You are signed in");
        (await first.PageAsync("/")).ShouldContain("Overview");
        using var answer = await second.GetAsync($"/login?code={code}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void Code_AfterTenMinutes_IsWorthless()
    {
        var clock = new FakeTimeProvider();
        var codes = new SignInCodes(clock);
        var code = codes.Issue();
        clock.Advance(TimeSpan.FromMinutes(10));
        codes.Redeem(code).ShouldBeFalse();
    }

    [Fact]
    public async Task Session_MayReadTheApiAndNotActThroughIt()
    {
        using var browser = await Browser.SignedInAsync(web);
        (await browser.GetAsync("/api/v1/runs")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PostAsync("/api/v1/agents/any/run", new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var browser = await Browser.SignedInAsync(web);
        (await browser.PostAsync("/", "/logout")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
