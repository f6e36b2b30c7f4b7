using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Legator.Core.Resources.Environments;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Legator.Runner.Tests.Tools.Mcp.OAuth;

/// <summary>A run that signs in at an MCP server in its own name.</summary>
public sealed class OAuthTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("client_secret_basic")]
    [InlineData("client_secret_post")]
    public async Task Call_ClientWithASecret_ShowsTheTokenThatItGets(string? method)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Metadata["token_endpoint_auth_methods_supported"] = method is null ? null : new JsonArray(method);
        await using var run = await shop.Run().DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        var (form, header) = shop.Authority.Asked.ShouldHaveSingleItem();
        form["grant_type"].ShouldBe("client_credentials");
        form["resource"].ShouldBe(shop.Site.Url);
        form["scope"].ShouldBe("stock:read");
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes("legator:canary-secret"));
        (form.GetValueOrDefault("client_secret"), header).ShouldBe(method == "client_secret_post" ? ("canary-secret", "") : (null, $"Basic {login}"));
        shop.Site.Server.Requests.Skip(1).ShouldAllBe(r => r.Headers["Authorization"].ToString() == "Bearer canary-token-1");
    }

    [Theory]
    [InlineData("RS256", null)]
    [InlineData("PS256", "PS256")]
    [InlineData("ES256", "ES256 RS256")]
    [InlineData("ES384", null)]
    [InlineData("ES512", null)]
    public async Task Call_ClientWithAKey_ProvesItselfByASignature(string algorithm, string? taken)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Metadata["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt");
        shop.Authority.Metadata["token_endpoint_auth_signing_alg_values_supported"] = taken is null ? null : new JsonArray([.. taken.Split(' ').Select(t => (JsonNode)t)]);
        using var key = Key(algorithm);
        await using var run = await shop.Run(login: new Dictionary<string, string> { ["client-id"] = "legator", ["private-key"] = key.ExportPkcs8PrivateKeyPem(), ["key-id"] = "k1" }).DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        var form = shop.Authority.Asked.ShouldHaveSingleItem().Form;
        form["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        SecurityKey reader = key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
        var read = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters { IssuerSigningKey = reader, ValidIssuer = "legator", ValidAudience = shop.Authority.Origin, ValidAlgorithms = [algorithm] });
        read.IsValid.ShouldBeTrue(read.Exception?.Message);
        var token = (JsonWebToken)read.SecurityToken;
        (token.Kid, token.Subject, token.Id.Length).ShouldBe(("k1", "legator", 32));
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(3600, 3539, 3541)]
    [InlineData(100, 89, 91)]
    public async Task Token_ShortlyBeforeItExpires_IsRenewed(int life, int before, int after)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Life = life;
        await using var run = await shop.Run(time: time).DiscoverAsync();
        time.Advance(TimeSpan.FromSeconds(before));
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(after - before));
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.Count.ShouldBe(2);
        shop.Refused.ShouldBe(1);
    }

    [Fact]
    public async Task Token_WhoseRenewalFailsWhileItIsGood_IsUsedOn()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run(time: time).DiscoverAsync();
        shop.Authority.Instead = _ => Microsoft.AspNetCore.Http.Results.StatusCode(503);
        time.Advance(TimeSpan.FromSeconds(3550));
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        time.Advance(TimeSpan.FromSeconds(51));
        (await run.CallAsync("stock", new { })).Text.ShouldContain("HTTP 503");
    }

    [Theory]
    [InlineData(false, "client_credentials")]
    [InlineData(true, "refresh_token")]
    public async Task Token_ThatWasTakenBack_IsAskedForAnew(bool refreshes, string grant)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Refreshes = refreshes;
        await using var run = await shop.Run().DiscoverAsync();
        shop.Revoke();
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.Count.ShouldBe(2);
        shop.Authority.Asked.Last().Form["grant_type"].ShouldBe(grant);
    }

    [Fact]
    public async Task Token_WhoseRefreshIsRefused_IsAskedForFromTheBeginning()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Authority.Refreshes = true;
        await using var run = await shop.Run(o => o with { Credential = null }).DiscoverAsync();
        shop.Revoke();
        shop.Authority.Instead = form => form["grant_type"] == "refresh_token" ? Microsoft.AspNetCore.Http.Results.Json(new { error = "invalid_grant" }, statusCode: 400) : null;
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.Select(a => a.Form["grant_type"]).ShouldBe(["authorization_code", "refresh_token", "authorization_code"]);
        shop.Authority.Asked.ShouldAllBe(a => a.Header.StartsWith("Basic ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_ThatNeedsMoreScopes_AsksForThemOnce()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Needs["tools/call"] = "stock:write";
        await using var run = await shop.Run().DiscoverAsync();
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.Select(a => a.Form["scope"]).ShouldBe(["stock:read", "stock:read stock:write"]);
    }

    [Fact]
    public async Task Call_ThatNeedsMoreScopesThanPeopleAllow_IsRefused()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Needs["tools/call"] = "stock:write";
        await using var run = await shop.Run(o => o with { Scopes = ["stock:read", "stock:list"] }).DiscoverAsync();
        (await run.CallAsync("stock", new { })).ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeFalse(), r => r.Text.ShouldContain("403"));
        shop.Authority.Asked.ShouldAllBe(a => a.Form["scope"] == "stock:read");
    }

    [Fact]
    public async Task Calls_ManyAtOnce_SignInOnce()
    {
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run().DiscoverAsync();
        shop.Revoke();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => run.CallAsync("stock", new { })));
        answers.ShouldAllBe(a => a.Text == "7");
        shop.Authority.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Connection_ThatIsOpenedAnew_UsesTheTokenOfTheRun()
    {
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run().DiscoverAsync();
        await run.Scope.Resources.DropAsync<Legator.Runner.Tools.Mcp.McpConnection>("s");
        (await run.CallAsync("stock", new { })).Text.ShouldBe("7");
        shop.Authority.Asked.ShouldHaveSingleItem();
        shop.Refused.ShouldBe(1);
    }

    [Fact]
    public async Task Grant_ThatTheEnvironmentNames_IsTaken()
    {
        await using var shop = await Shop.OpenAsync();
        await using var run = await shop.Run(o => o with { Grant = McpOAuthGrant.AuthorizationCode, Audience = "https://shop.example.com" }).DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        var form = shop.Authority.Asked.ShouldHaveSingleItem().Form;
        form["grant_type"].ShouldBe("authorization_code");
        form["audience"].ShouldBe("https://shop.example.com");
        form["code"].ShouldBe("canary-code");
    }

    [Fact]
    public async Task Server_ThatSaysNothingOfItself_IsSignedInToWhereTheEnvironmentSays()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Site.Pages.Clear();
        await using var run = await shop.Run().DiscoverAsync();
        run.Found.Problem.ShouldBeNull();
        shop.Authority.Asked.ShouldHaveSingleItem().Form["resource"].ShouldBe(shop.Site.Url);
    }

    private static AsymmetricAlgorithm Key(string algorithm) => algorithm switch
    {
        "ES256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        "ES384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        "ES512" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
        _ => RSA.Create(2048),
    };
}
