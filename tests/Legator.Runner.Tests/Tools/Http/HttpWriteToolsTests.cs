using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;

namespace Legator.Runner.Tests.Tools.Http;

public sealed class HttpWriteToolsTests(Cluster cluster, EchoSite site) : IClassFixture<Cluster>, IClassFixture<EchoSite>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Theory]
    [InlineData("http.post", "POST", RiskTier.ServiceMutation)]
    [InlineData("http.put", "PUT", RiskTier.ServiceMutation)]
    [InlineData("http.patch", "PATCH", RiskTier.ServiceMutation)]
    public async Task Write_Body_IsSentAsJsonUnlessSaidOtherwise(string tool, string method, RiskTier tier)
    {
        site.Requests.Clear();
        var arguments = new { url = Url("/restart"), body = """{"why":"ä"}""" };
        (await _gate.JudgeAsync(tool, arguments, Scope())).Verdict.Tier.ShouldBe(tier);
        (await _gate.RunAsync(tool, arguments, Scope())).Text.ShouldStartWith("HTTP 200 OK");
        await _gate.RunAsync(tool, new { url = Url("/restart"), body = "plain", headers = new Dictionary<string, string> { ["content-type"] = "text/plain" } }, Scope());
        site.Requests.Select(r => (r.Method, r.Body, r.Headers.ContentType.ToString())).ShouldBe([(method, """{"why":"ä"}""", "application/json"), (method, "plain", "text/plain")]);
    }

    [Fact]
    public async Task Delete_IsDestructiveAndSent()
    {
        site.Requests.Clear();
        (await _gate.JudgeAsync("http.delete", new { url = Url("/jobs/7") }, Scope())).Verdict.Tier.ShouldBe(RiskTier.DestructiveMutation);
        await _gate.RunAsync("http.delete", new { url = Url("/jobs/7") }, Scope());
        site.Requests.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Method.ShouldBe("DELETE"), r => r.Target.ShouldBe("/jobs/7"));
    }

    [Fact]
    public async Task Head_GivesHeaders() =>
        (await _gate.RunAsync("http.head", new { url = Url("/x") }, Scope())).Text.ShouldSatisfyAllConditions(t => t.ShouldStartWith("HTTP 200 OK"), t => t.ShouldContain("Server: Kestrel"), t => t.ShouldNotContain("HEAD /x"));

    [Theory]
    [InlineData("OPTIONS", RiskTier.Read)]
    [InlineData("get", RiskTier.Read)]
    [InlineData("DELETE", RiskTier.DestructiveMutation)]
    [InlineData("MKCOL", RiskTier.DestructiveMutation)]
    public async Task Request_Method_DecidesTheTier(string method, RiskTier tier)
    {
        site.Requests.Clear();
        (await _gate.JudgeAsync("http.request", new { method, url = Url("/x") }, Scope())).Verdict.Tier.ShouldBe(tier);
        await _gate.RunAsync("http.request", new { method, url = Url("/x") }, Scope());
        site.Requests.ShouldHaveSingleItem().Method.ShouldBe(method.ToUpperInvariant());
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("TRACE")]
    [InlineData("GET /admin HTTP/1.1\r\nX: ")]
    [InlineData("")]
    public async Task Request_MethodThatIsNone_IsRefused(string method) =>
        (await _gate.JudgeAsync("http.request", new { method, url = Url("/x") }, Scope())).Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);

    [Theory]
    [InlineData("http.post", 307)]
    [InlineData("http.put", 302)]
    [InlineData("http.delete", 308)]
    public async Task Write_Redirect_IsToldAndNotFollowed(string tool, int status)
    {
        site.Requests.Clear();
        var text = (await _gate.RunAsync(tool, new { url = Url($"/x?status={status}&to={EchoSite.Hidden("/elsewhere")}") }, Scope())).Text;
        text.ShouldContain("Location: /elsewhere");
        text.ShouldContain("[the redirect was not followed]");
        site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_BasicCredential_IsSentAndItsEchoHidden()
    {
        site.Requests.Clear();
        var scope = Scope(new Credential("site", CredentialType.BasicAuth, ("username", "ops"), ("password", "canary-secret")));
        var text = (await _gate.RunAsync("http.post", new { url = Url("/x"), headers = new Dictionary<string, string> { ["authorization"] = "Basic stolen" } }, scope)).Text;
        site.Requests.ShouldHaveSingleItem().Headers.Authorization.ToString().ShouldBe("Basic b3BzOmNhbmFyeS1zZWNyZXQ=");
        text.ShouldNotContain("b3BzOmNhbmFy");
    }

    [Fact]
    public async Task Ask_CredentialWithoutItsField_NamesIt()
    {
        site.Requests.Clear();
        var result = await _gate.RunAsync("http.get", new { url = Url("/x") }, Scope(new Credential("site", CredentialType.BearerToken, ("key", "canary-secret"))));
        result.Text.ShouldBe("The credential 'site' has no field 'token'.");
        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_TlsCredential_ShowsItsCertificateAndTrustsItsAuthority()
    {
        await using var server = await TlsSite.StartAsync();
        var scope = Gates.Scope() with
        {
            Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = server.Address } },
            Credentials = new Dictionary<string, ICredentialHandle> { ["site"] = new Credential("site", CredentialType.Tls, ("tls.crt", server.ClientCertificate), ("tls.key", server.ClientKey), ("ca.crt", server.Authority)) },
        };
        (await _gate.RunAsync("http.get", new { url = server.Address.AbsoluteUri }, scope)).Text.ShouldContain("CN=legator-client");
        var without = scope with { Credentials = new Dictionary<string, ICredentialHandle>() };
        (await _gate.RunAsync("http.get", new { url = server.Address.AbsoluteUri }, without)).Text.ShouldStartWith("No TLS connection to 127.0.0.1:");
    }

    private RunScope Scope(Credential? credential = null) => Gates.Scope() with
    {
        Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = new(Url("/")) } },
        Credentials = credential is null ? new Dictionary<string, ICredentialHandle>() : new Dictionary<string, ICredentialHandle> { ["site"] = credential },
    };

    private string Url(string path) => $"http://127.0.0.1:{site.Port}{path}";
}
