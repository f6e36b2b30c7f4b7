using System.Net;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Guardrails;
using Legator.Core.Tests.Guardrails;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class HttpClassifierTests
{
    [Theory]
    [InlineData("get", RiskTier.Read)]
    [InlineData("HEAD", RiskTier.Read)]
    [InlineData("post", RiskTier.ServiceMutation)]
    [InlineData("delete", RiskTier.DestructiveMutation)]
    [InlineData("brew", RiskTier.DestructiveMutation)]
    public void Classify_Method_HasTier(string method, RiskTier tier) =>
        Tier(method, "https://example.com/").ShouldBe(tier);

    [Fact]
    public void Classify_MethodOverride_IsNoRead()
    {
        Tier("GET", "https://example.com/", "x-http-method-override").ShouldBe(RiskTier.DestructiveMutation);
        Tier("GET", "https://example.com/?_method=DELETE").ShouldBe(RiskTier.DestructiveMutation);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000/x", "http://127.0.0.1:9000", true)]
    [InlineData("http://127.0.0.1:9000/x", "http://127.0.0.1:9001", false)]
    [InlineData("http://127.0.0.1:9000/x", "https://127.0.0.1:9000", false)]
    [InlineData("http://2130706433:9000/x", "http://127.0.0.1:9000/healthz", true)]
    [InlineData("http://grafana.svc/", "http://grafana.svc.evil.internal", false)]
    public void Classify_InnerAddress_IsOpenForExactlyTheOriginsOfEndpoints(string url, string endpoint, bool open) =>
        (Calls.Http(url, endpoint).BlockedBecause is null).ShouldBe(open);

    [Theory]
    [InlineData("http://app.example.com/", "127.0.0.1", true)]
    [InlineData("http://app.example.com/", "10.1.2.3", true)]
    [InlineData("http://app.example.com/", "169.254.169.254", false)]
    [InlineData("http://other.example.com/", "10.1.2.3", false)]
    [InlineData("http://other.example.com/", "8.8.8.8", true)]
    [InlineData("http://other.example.com/", "::ffff:127.0.0.1", false)]
    [InlineData("http://other.example.com/", "64:ff9b::a9fe:a9fe", false)]
    [InlineData("http://other.example.com/", "2002:7f00:1::", false)]
    [InlineData("http://other.example.com/", "fe80::1", false)]
    [InlineData("http://other.example.com/", "fd00:ec2::254", false)]
    [InlineData("http://other.example.com/", "0.0.0.0", false)]
    [InlineData("http://other.example.com/", "100.64.0.1", false)]
    [InlineData("http://app.example.com/", "fd12::1", true)]
    [InlineData("http://app.example.com/", "fe80::1", false)]
    [InlineData("http://app.example.com/", "100.100.100.200", false)]
    [InlineData("http://app.example.com/", "224.0.0.1", false)]
    public void MayConnect_AddressBehindAName_IsJudgedAgain(string url, string address, bool expected) =>
        HttpClassifier.MayConnect(Target(url), IPAddress.Parse(address), [new Uri("http://app.example.com")]).ShouldBe(expected);

    [Fact]
    public void MayConnect_MetadataServiceNamedByItsAddress_IsOpenToThatAddressAlone()
    {
        Uri[] endpoints = [new("http://169.254.169.254/")];
        HttpClassifier.MayConnect(Target("http://0xa9fea9fe/"), IPAddress.Parse("169.254.169.254"), endpoints).ShouldBeTrue();
        HttpClassifier.MayConnect(Target("http://169.254.169.254/"), IPAddress.Parse("169.254.170.2"), endpoints).ShouldBeFalse();
        HttpClassifier.MayConnect(Target("http://metadata.google.internal/"), IPAddress.Parse("169.254.169.254"), [new("http://metadata.google.internal/")]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://example.com/%61dmin")]
    [InlineData("https://example.com//admin")]
    [InlineData("https://example.com/x/../admin")]
    [InlineData("https://EXAMPLE.com:443/Admin")]
    public void Classify_PathInAnotherSpelling_IsStillDenied(string url) =>
        new ActionPattern("http.get https://example.com/admin*").Touches("http.get", Calls.Http(url)).ShouldBeTrue();

    private static RiskTier Tier(string method, string url, params string[] headers) =>
        HttpClassifier.Classify(new HttpCall(method.ToUpperInvariant(), Target(url), headers.ToDictionary(h => h, _ => "DELETE"), null), []).Tier;

    private static HttpTarget Target(string url)
    {
        HttpTarget.TryRead(url, out var target, out var problem).ShouldBeTrue(problem);
        return target!;
    }
}
