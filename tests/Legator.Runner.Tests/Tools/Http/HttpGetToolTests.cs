using System.Net;
using System.Text;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Http;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Tools.Http;

public sealed class HttpGetToolTests(Cluster cluster, WebSite site) : IClassFixture<Cluster>, IClassFixture<WebSite>
{
    private readonly ToolGate _gate = Gates.Create(cluster);

    [Fact]
    public async Task Get_NamedEndpoint_GivesStatusAndBodyWithoutSecrets()
    {
        var result = await GetAsync("/ok");
        result.Succeeded.ShouldBeTrue();
        result.Text.ShouldStartWith("HTTP 200 OK\nContent-Type: text/plain");
        result.Text.ShouldContain("all is well");
        result.Text.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Get_LargeBody_IsCutAtEightKibibytesOnACharacter()
    {
        var text = (await GetAsync("/large")).Text;
        text.Length.ShouldBeLessThan(8400);
        text.ShouldContain("[cut after 8192 bytes]");
        text.ShouldNotContain("\uFFFD");
    }

    [Fact]
    public async Task Get_BinaryBody_IsNotShown() => (await GetAsync("/binary")).Text.ShouldContain("100 bytes that are not text");

    [Fact]
    public async Task Get_NotFound_IsAnAnswer() =>
        (await GetAsync("/missing")).ShouldSatisfyAllConditions(r => r.Succeeded.ShouldBeTrue(), r => r.Text.ShouldStartWith("HTTP 404 Not Found"));

    [Fact]
    public async Task Judge_LoopbackThatNoEndpointNames_IsBlocked() =>
        (await _gate.JudgeAsync("http.get", new { url = new Uri(site.Address, "/ok").AbsoluteUri })).Verdict.Reason.ShouldBe(GuardrailReason.BlockedOutright);

    [Fact]
    public async Task Get_RedirectWithinTheEndpoint_IsFollowed() => (await GetAsync("/to?url=/ok")).Text.ShouldContain("all is well");

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "BlockedOutright")]
    [InlineData("http://127.0.0.1:1/", "BlockedOutright")]
    [InlineData("file:///etc/passwd", "http:// or https://")]
    public async Task Get_RedirectToAForbiddenPlace_IsNotFollowed(string url, string expected)
    {
        var result = await GetAsync($"/hidden?place={Convert.ToHexString(Encoding.UTF8.GetBytes(url))}");
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task Get_RedirectToWhatTheAgentIsDenied_IsNotFollowed()
    {
        var scope = Scope() with { Policy = new GuardrailPolicy { DeniedActions = ActionPattern.ParseAll([$"http.get {site.Address}ok"]) } };
        var result = await _gate.RunAsync("http.get", new { url = new Uri(site.Address, "/to?url=/ok").AbsoluteUri }, scope);
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain(nameof(GuardrailReason.DeniedAction));
    }

    [Fact]
    public async Task Get_RedirectLoop_Ends() => (await GetAsync("/loop")).Text.ShouldBe("Gave up after 5 redirects.");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_NameThatStandsForThisMachine_IsConnectedToWhereAnEndpointNamesItOnly(bool named)
    {
        var http = new GuardedHttp((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var url = $"http://app.example.com:{site.Address.Port}/ok";
        var scope = Gates.Scope() with { Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["app"] = new(named ? url : "http://other.example.com") } } };
        var result = await Gates.Create(cluster, http: http).RunAsync("http.get", new { url }, scope);
        result.Succeeded.ShouldBe(named, result.Text);
        result.Text.ShouldContain(named ? "all is well" : "may not connect");
    }

    [Fact]
    public async Task Get_ModelsHeaders_AreSentWithoutIdentity()
    {
        site.Requests.Clear();
        var headers = new Dictionary<string, string> { ["Accept"] = "text/plain", ["Authorization"] = "Bearer stolen", ["Cookie"] = "a=b", ["X-Custom-Token"] = "1" };
        var result = await _gate.RunAsync("http.get", new { url = new Uri(site.Address, "/ok").AbsoluteUri, headers }, Scope());
        var sent = site.Requests.ShouldHaveSingleItem();
        sent.Accept.ToString().ShouldBe("text/plain");
        sent.Authorization.Count.ShouldBe(0);
        sent.Cookie.Count.ShouldBe(0);
        sent.ContainsKey("X-Custom-Token").ShouldBeFalse();
        result.Text.ShouldContain("[not sent: Authorization, Cookie, X-Custom-Token;");
    }

    [Fact]
    public async Task Get_EndpointWithACredential_SendsItThereOnly()
    {
        site.Requests.Clear();
        var scope = Scope() with { Credentials = new Dictionary<string, ICredentialHandle> { ["site"] = new Token() } };
        await _gate.RunAsync("http.get", new { url = new Uri(site.Address, "/ok").AbsoluteUri }, scope);
        site.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBe("Bearer canary-secret");
        site.Requests.Clear();
        var renamed = scope with { Environment = scope.Environment with { Endpoints = new Dictionary<string, Uri> { ["other"] = site.Address } } };
        await _gate.RunAsync("http.get", new { url = new Uri(site.Address, "/ok").AbsoluteUri }, renamed);
        site.Requests.ShouldHaveSingleItem().Authorization.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Judge_MethodOverrideHeader_IsNoRead()
    {
        var headers = new Dictionary<string, string> { ["X-HTTP-Method-Override"] = "DELETE" };
        var judgement = await _gate.JudgeAsync("http.get", new { url = "https://example.com/", headers }, Gates.Scope(AutonomyLevel.Observe));
        judgement.Verdict.Tier.ShouldBe(RiskTier.DestructiveMutation);
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.AutonomyExceeded);
    }

    [Fact]
    public async Task Get_NoAnswer_FailsAfterTenSeconds()
    {
        var time = new FakeTimeProvider();
        var running = Gates.Create(cluster, time: time).RunAsync("http.get", new { url = new Uri(site.Address, "/slow").AbsoluteUri }, Scope());
        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await running).Text.ShouldBe("No answer within 10 s.");
    }

    private RunScope Scope() => Gates.Scope() with { Environment = new EnvironmentFacts { Endpoints = new Dictionary<string, Uri> { ["site"] = site.Address } } };

    private Task<ToolResult> GetAsync(string path) => _gate.RunAsync("http.get", new { url = new Uri(site.Address, path).AbsoluteUri }, Scope());

    private sealed class Token : ICredentialHandle
    {
        public string Name => "site";

        public CredentialType Type => CredentialType.BearerToken;

        public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["token"] = "canary-secret" });
    }
}
