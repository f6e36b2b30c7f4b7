using Legator.Core.Resources.Environments;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Tools.Mcp.OAuth;

/// <summary>Servers and authorization servers that lie, break or want more than they should: no secret goes where the environment does not say, and the run is told why.</summary>
public sealed class OAuthSafetyTests
{
    [Fact]
    public async Task Server_ThatCallsItselfItsAuthority_GetsNoSecret()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Site.Pages["/.well-known/oauth-protected-resource/mcp"] = $$"""{"resource":"{{shop.Site.Url}}","authorization_servers":["{{shop.Site.Origin}}"]}""";
        shop.Site.Pages["/.well-known/oauth-authorization-server"] = $$"""{"issuer":"{{shop.Site.Origin}}","token_endpoint":"{{shop.Site.Origin}}/post"}""";
        await ShouldFailAsync(shop, $"the environment names {shop.Authority.Origin} only");
        shop.Site.Elsewhere.ShouldBe(0);
    }

    [Fact]
    public async Task Tenant_OfAnotherThanIsNamed_GetsNoSecret()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Site.Pages["/.well-known/oauth-protected-resource/mcp"] = $$"""{"resource":"{{shop.Site.Url}}","authorization_servers":["{{shop.Authority.Origin}}/evil","{{shop.Authority.Origin}}/ours-not","{{shop.Authority.Origin}}/ours/../evil"]}""";
        await ShouldFailAsync(shop, "/ours only", o => o with { Servers = [shop.Authority.Origin + "/ours"] });
    }

    [Theory]
    [InlineData("token_endpoint", "http://localhost:{0}/post")]
    [InlineData("token_endpoint", "http://127.0.0.1:{0}/post")]
    [InlineData("token_endpoint", "http://127.0.0.1@evil.example/post")]
    [InlineData("token_endpoint", "http://169.254.169.254/latest/meta-data")]
    [InlineData("registration_endpoint", "http://127.0.0.1:{0}/post")]
    [InlineData("authorization_endpoint", "file:///etc/passwd")]
    public async Task Authority_WhoseEndpointsLieElsewhere_IsNotUsed(string member, string place)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Metadata[member] = string.Format(System.Globalization.CultureInfo.InvariantCulture, place, new Uri(shop.Site.Origin).Port);
        await ShouldFailAsync(shop, "authorization server");
        shop.Site.Elsewhere.ShouldBe(0);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task Authority_ThatSaysItIsAnother_IsNotUsedUnlessThatIsNamed(string? issuer)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Metadata["issuer"] = issuer;
        await ShouldFailAsync(shop, "another one than was asked");
        if (issuer is not null)
        {
            await using var run = await shop.Run(o => o with { Servers = [shop.Authority.Origin, issuer] }).DiscoverAsync();
            run.Found.Problem.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("https://evil.example/mcp")]
    [InlineData("{0}/mcp/other")]
    [InlineData("{0}/mc")]
    [InlineData("")]
    public async Task Server_ThatSaysItIsAnotherResource_IsNotSignedInTo(string resource)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Site.Pages["/.well-known/oauth-protected-resource/mcp"] = $$"""{"resource":"{{resource.Replace("{0}", shop.Site.Origin)}}","authorization_servers":["{{shop.Authority.Origin}}"]}""";
        await ShouldFailAsync(shop, "which " + shop.Site.Url + " does not belong to");
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(302)]
    public async Task TokenEndpoint_ThatRedirects_IsNotFollowed(int status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Instead = _ => new Redirect(status, $"{shop.Authority.Origin}/register");
        await using var run = await shop.Run().DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull().ShouldContain($"HTTP {status}");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("token_endpoint", "authorization server leads to")]
    [InlineData("issuer", "another one than was asked")]
    public async Task IdentityToken_GoesToItsProviderOnly(string lie, string? expected)
    {
        await using var shop = await Shop.OpenAsync();
        await using var provider = await Authority.StartAsync();
        if (lie.Length > 0)
        {
            provider.Metadata[lie] = shop.Authority.Origin + "/token";
        }

        var login = new Dictionary<string, string> { ["client-id"] = "legator", ["client-secret"] = "canary-secret", ["id-token"] = "canary-identity" };
        await using var run = await shop.Run(o => o with { Identity = new McpOAuthIdentitySpec { Server = provider.Origin, Credential = "shop" } }, login).DiscoverAsync();
        (run.Found.Problem ?? "").ShouldContain(expected ?? "");
        provider.Asked.Select(a => (a.Form["subject_token"], a.Form["audience"], a.Form["resource"])).ShouldBe(expected is null ? [("canary-identity", shop.Authority.Origin, shop.Site.Url)] : []);
        shop.Authority.Asked.Select(a => (a.Form["grant_type"], a.Form["assertion"])).ShouldBe(expected is null ? [("urn:ietf:params:oauth:grant-type:jwt-bearer", provider.Given.Single())] : []);
    }

    [Fact]
    public async Task Server_ThatTakesNoToken_GetsNoOtherForAMinute()
    {
        await using var shop = await Shop.OpenAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        shop.TakesNone = true;
        await using var run = await shop.Run(time: time).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull().ShouldContain("refuses the token");
        await run.DiscoverAsync();
        shop.Authority.Asked.ShouldHaveSingleItem();
        shop.TakesNone = false;
        shop.Revoke();
        time.Advance(TimeSpan.FromMinutes(2));
        (await run.DiscoverAsync()).Found.Problem.ShouldBeNull();
        shop.Authority.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_ThatWantsEverMoreScopes_IsLeftAfterThree()
    {
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run().DiscoverAsync();
        for (var i = 0; i < 8; i++)
        {
            shop.Needs["tools/call"] = $"more-{i}";
            (await run.CallAsync("stock", new { })).Succeeded.ShouldBe(i < 3);
        }

        shop.Authority.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Secrets_OfTheSignIn_DoNotComeBack()
    {
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run(o => o with { Credential = null }).DiscoverAsync();
        var said = (await run.CallAsync("echo", new { })).Text;
        said.ShouldStartWith("You sent");
        said.ShouldNotContain("canary");
        run.Scope.Redactor.Redact("canary-token-1 canary-made-secret canary-code").ShouldNotContain("canary");
        shop.Revoke();
        shop.Authority.Instead = form => Results.Json(new { error = "invalid_client", error_description = $"Not {string.Join(' ', form.Values)}" }, statusCode: 401);
        (await run.CallAsync("stock", new { })).ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeFalse(), r => r.Text.ShouldContain("HTTP 401"), r => r.Text.ShouldNotContain("canary"));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("html")]
    [InlineData("huge")]
    [InlineData("reset")]
    [InlineData("silent")]
    [InlineData("no token")]
    [InlineData("two lines")]
    [InlineData("other type")]
    public async Task Authority_ThatIsBroken_CostsItsServerOnly(string fault)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Instead = _ => fault switch
        {
            "no token" => Results.Json(new { token_type = "Bearer" }),
            "two lines" => Results.Json(new { access_token = "a\r\nX-Evil: b", token_type = "Bearer" }),
            "other type" => Results.Json(new { access_token = "a", token_type = "mac" }),
            _ => null,
        };
        shop.Authority.Fault = context => BreakAsync(context, fault);
        await using var run = await shop.Run(patience: TimeSpan.FromSeconds(fault == "silent" ? 2 : 30)).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNullOrWhiteSpace();
        run.Found.Problem.ShouldNotContain("canary");
        run.Tools.Declarations.ShouldBeEmpty();
    }

    private static async Task ShouldFailAsync(Shop shop, string expected, Func<McpOAuthSpec, McpOAuthSpec>? change = null)
    {
        await using var run = await shop.Run(change).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull().ShouldContain(expected);
        shop.Authority.Asked.ShouldBeEmpty();
    }

    private static async Task<bool> BreakAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "error":
                context.Response.StatusCode = 500;
                return true;
            case "html":
                await context.Response.WriteAsync("<html>Welcome</html>");
                return true;
            case "huge":
                await context.Response.WriteAsync($"{{\"issuer\":\"{new string('x', 1 << 20)}\"}}");
                return true;
            case "reset":
                context.Abort();
                return true;
            case "silent":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            default:
                return false;
        }
    }

    private sealed class Redirect(int status, string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.Location) = (status, location);
            return Task.CompletedTask;
        }
    }
}
