using System.Net;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>Ways to reach what must not be reached, or to have the secret sent elsewhere. Every name stands for the one server, so whatever gets through is seen.</summary>
public sealed class HttpAttackTests(Cluster cluster, EchoSite site) : IClassFixture<Cluster>, IClassFixture<EchoSite>
{
    private const string Secret = "canary-secret";

    private readonly ToolGate _gate = Gates.Create(cluster, http: new GuardedHttp(EchoSite.Resolve));

    [Theory]
    [InlineData("http://api.example.com.evil.tld:{p}/v2/x")]
    [InlineData("http://api.example.com@evil.example.org:{p}/v2/x")]
    [InlineData("http://api.example.com:{p}@evil.example.org:{p}/v2/x")]
    [InlineData("http://evil.example.org:{p}#@api.example.com:{p}/v2/x")]
    [InlineData("http://evil.example.org:{p}\\@api.example.com:{p}/v2/x")]
    [InlineData("http://evil.example.org:{p}/http://api.example.com:{p}/v2/x")]
    [InlineData("http://api.example.com:{p}\t/v2/x")]
    [InlineData("http://api.example.com\n:{p}/v2/x")]
    [InlineData("http://api.example.com%2eevil.example.org:{p}/v2/x")]
    [InlineData("http://аpi.example.com:{p}/v2/x")]
    [InlineData("http://api。example。com:{p}/v2/x")]
    [InlineData("http://127.0.0.1:{p}/v2/x")]
    [InlineData("http://2130706433:{p}/v2/x")]
    [InlineData("http://0177.0.0.1:{p}/v2/x")]
    [InlineData("http://0x7f000001:{p}/v2/x")]
    [InlineData("http://127.1:{p}/v2/x")]
    [InlineData("http://[::ffff:127.0.0.1]:{p}/v2/x")]
    [InlineData("http://[::ffff:7f00:1]:{p}/v2/x")]
    [InlineData("http://[::]:{p}/v2/x")]
    [InlineData("http://0.0.0.0:{p}/v2/x")]
    [InlineData("http://localhost:{p}/v2/x")]
    [InlineData("http://localhost.:{p}/v2/x")]
    [InlineData("http://127.0.0.1.nip.io:{p}/v2/x")]
    [InlineData("http://169.254.169.254/latest/meta-data/iam/security-credentials/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    [InlineData("http://metadata.google.internal./computeMetadata/v1/")]
    [InlineData("https://api.example.com:{p}/v2/x")]
    [InlineData("http:/api.example.com:{p}/v2/x")]
    [InlineData("http:api.example.com:{p}/v2/x")]
    [InlineData("gopher://api.example.com:{p}/v2/x")]
    [InlineData("//api.example.com:{p}/v2/x")]
    public async Task Ask_AnotherPlaceThanItSeems_ReachesNothing(string url)
    {
        site.Requests.Clear();
        foreach (var (tool, arguments) in Calls(url.Replace("{p}", $"{site.Port}", StringComparison.Ordinal)))
        {
            (await TryAsync(tool, arguments)).ShouldNotContain(Secret);
        }

        site.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/x")]
    [InlineData("/v20")]
    [InlineData("/v2x/y")]
    [InlineData("/V2/x")]
    [InlineData("/v2/../admin")]
    [InlineData("/v2/%2e%2e/admin")]
    [InlineData("/v2/%2e./admin")]
    [InlineData("/v2/%252e%252e/admin")]
    [InlineData("/v2%2f..%2fadmin")]
    [InlineData("/v2/x%2f..%2f..%2fadmin")]
    [InlineData("/v2%2fx")]
    [InlineData("/v2;x/../admin")]
    [InlineData("/v2/..;/admin")]
    [InlineData("/v2/..;a=b/admin")]
    [InlineData("/v2/..%3b/admin")]
    [InlineData("/v2/..%5cadmin")]
    [InlineData("/v2/%c0%ae%c0%ae/admin")]
    [InlineData("/v2/%ef%bc%8e%ef%bc%8e/admin")]
    [InlineData("/v2/%u002e%u002e/admin")]
    [InlineData("/v2/..%20/admin")]
    [InlineData("/v2/%00../admin")]
    [InlineData("/x/v2/y")]
    [InlineData("//v2/y")]
    public async Task Ask_PathBesideTheEndpoint_CarriesNoSecret(string path)
    {
        site.Requests.Clear();
        foreach (var (tool, arguments) in Calls($"http://api.example.com:{site.Port}{path}"))
        {
            (await TryAsync(tool, arguments)).ShouldNotContain(Secret);
        }

        site.Requests.ShouldAllBe(r => !r.Holds(Secret));
    }

    [Theory]
    [InlineData("http://evil.example.org:{p}/v2/x")]
    [InlineData("http://other.example.com:{p}/v2/x")]
    [InlineData("//other.example.com:{p}/v2/x")]
    [InlineData("http://api.example.com@other.example.com:{p}/v2/x")]
    [InlineData("/admin")]
    [InlineData("../../admin")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("http://127.0.0.1:{p}/v2/x")]
    [InlineData("http://API.example.com.other.example.com:{p}/v2/x")]
    public async Task Get_RedirectAwayFromTheEndpoint_LeavesTheSecretBehind(string to)
    {
        site.Requests.Clear();
        var url = $"http://api.example.com:{site.Port}/v2/start?to={EchoSite.Hidden(to.Replace("{p}", $"{site.Port}", StringComparison.Ordinal))}";
        (await TryAsync("http.get", new { url })).ShouldNotContain(Secret);
        site.Requests.First().Holds(Secret).ShouldBeTrue();
        site.Requests.Skip(1).ShouldAllBe(r => !r.Holds(Secret) && !r.Headers.Host.ToString().Contains("evil"));
    }

    [Theory]
    [InlineData("/v2")]
    [InlineData("/v2/")]
    [InlineData("/v2/x%20y?q=/../z")]
    [InlineData("/v1/../v2/x")]
    public async Task Ask_PathOfTheEndpoint_CarriesTheSecretAndHidesItsEcho(string path)
    {
        site.Requests.Clear();
        foreach (var (tool, arguments) in Calls($"http://API.Example.COM.:{site.Port}{path}"))
        {
            (await TryAsync(tool, arguments)).ShouldNotContain(Secret);
        }

        site.Requests.Count.ShouldBe(7);
        site.Requests.ShouldAllBe(r => r.Headers.Authorization == $"Bearer {Secret}");
    }

    [Fact]
    public async Task Get_PathOfTwoEndpoints_CarriesTheSecretOfTheLonger()
    {
        site.Requests.Clear();
        await TryAsync("http.get", new { url = $"http://api.example.com:{site.Port}/v2/deep/x" });
        site.Requests.ShouldHaveSingleItem().Headers["X-API-Key"].ToString().ShouldBe("deep-secret");
        site.Requests.Single().Headers.Authorization.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("X-A", "b\r\nX-B: c")]
    [InlineData("X-A\r\nX-B", "c")]
    [InlineData("X-A ", "b")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Method-Override", "PUT")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Host", "evil.example.org")]
    [InlineData("X-Forwarded-Host", "evil.example.org")]
    [InlineData("X-Original-URL", "/admin")]
    [InlineData("Content-Length", "5")]
    [InlineData("Metadata-Flavor", "Google")]
    [InlineData("Impersonate-User", "admin")]
    [InlineData("Connection", "Authorization")]
    public async Task Get_HeaderThatMakesAnotherRequestOfIt_IsRefused(string name, string value)
    {
        site.Requests.Clear();
        var arguments = new { url = $"http://api.example.com:{site.Port}/v2/x", headers = new Dictionary<string, string> { [name] = value } };
        (await _gate.JudgeAsync("http.get", arguments, Scope() with { Policy = new GuardrailPolicy() })).Permit.ShouldBeNull();
        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_HeaderTwiceInTwoSpellings_IsRefused()
    {
        var arguments = new { url = $"http://api.example.com:{site.Port}/v2/x", headers = new Dictionary<string, string> { ["X-A"] = "1", ["x-a"] = "2" } };
        (await _gate.JudgeAsync("http.get", arguments, Scope())).Permit.ShouldBeNull();
    }

    [Fact]
    public async Task Get_NameThatIsReboundBetweenJudgingAndConnecting_IsNotConnectedTo()
    {
        site.Requests.Clear();
        var answers = new Queue<IPAddress>([IPAddress.Parse("203.0.113.7"), IPAddress.Loopback]);
        var gate = Gates.Create(cluster, http: new GuardedHttp((_, _) => Task.FromResult<IPAddress[]>([answers.Count > 1 ? answers.Dequeue() : answers.Peek()])));
        answers.Dequeue();
        (await gate.RunAsync("http.get", new { url = $"http://rebound.example.net:{site.Port}/" }, Scope())).Text.ShouldContain("may not connect");
        site.Requests.ShouldBeEmpty();
    }

    private static IEnumerable<(string Tool, object Arguments)> Calls(string url)
    {
        foreach (var tool in new[] { "get", "head", "post", "put", "patch", "delete" })
        {
            yield return ($"http.{tool}", new { url });
        }

        yield return ("http.request", new { method = "OPTIONS", url });
    }

    private RunScope Scope() => Gates.Scope() with
    {
        Environment = new EnvironmentFacts
        {
            Endpoints = new Dictionary<string, Uri>
            {
                ["api"] = new($"http://api.example.com:{site.Port}/v2"),
                ["deep"] = new($"http://api.example.com:{site.Port}/v2/deep/"),
                ["other"] = new($"http://other.example.com:{site.Port}/"),
                ["third"] = new($"http://api.example.com.other.example.com:{site.Port}/"),
            },
        },
        Credentials = new Dictionary<string, ICredentialHandle>
        {
            ["api"] = new Credential("api", CredentialType.BearerToken, ("token", Secret)),
            ["deep"] = new Credential("deep", CredentialType.ApiKey, ("api-key", "deep-secret")),
        },
    };

    // What the gate refuses is as good as what the tool does not do.
    private async Task<string> TryAsync(string tool, object arguments)
    {
        var scope = Scope();
        var judgement = await _gate.JudgeAsync(tool, arguments, scope);
        return judgement.Permit is null ? judgement.Verdict.Message : (await _gate.ExecuteAsync(judgement.Permit, scope, TestContext.Current.CancellationToken)).Text;
    }
}
