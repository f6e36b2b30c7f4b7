using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Dns;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Tools.Dns;

public sealed class DnsToolsTests(Cluster cluster, NameServer server) : IClassFixture<Cluster>, IClassFixture<NameServer>
{
    private readonly ToolGate _gate = Gates.Create(cluster, dns: new DnsResolver(Options.Create(new DnsOptions { Nameserver = server.Address })));

    [Theory]
    [InlineData("A", "192.0.2.10")]
    [InlineData("aaaa", "2001:db8::10")]
    [InlineData("MX", "10 mail.shop.test.")]
    [InlineData("TXT", "v=spf1 mx -all")]
    [InlineData("NS", "ns1.shop.test.")]
    [InlineData("CAA", "0 issue \"letsencrypt.org\"")]
    [InlineData("SOA", "ns1.shop.test. admin.shop.test. 42 3600 600 86400 60")]
    public async Task Query_RecordThatExists_IsGiven(string type, string value)
    {
        var answer = await RunAsync("dns.query", new { domain = "shop.test", type });
        answer.GetProperty("status").GetString().ShouldBe("NoError");
        answer.GetProperty("authoritative").GetBoolean().ShouldBeTrue();
        answer.GetProperty("authenticated").GetBoolean().ShouldBeFalse();
        answer.GetProperty("records").EnumerateArray().ShouldHaveSingleItem().GetProperty("value").GetString().ShouldBe(value);
    }

    [Fact]
    public async Task Query_Alias_ShowsTheWayToTheAddress()
    {
        var records = (await RunAsync("dns.query", new { domain = "www.shop.test" })).GetProperty("records").EnumerateArray();
        records.Select(r => r.GetProperty("type").GetString()).ShouldBe(["CNAME", "A"]);
    }

    [Fact]
    public async Task Query_Service_ShowsPortAndTarget() =>
        (await RunAsync("dns.query", new { domain = "_sip._tcp.shop.test", type = "SRV" })).GetProperty("records")[0].GetProperty("value").GetString().ShouldBe("5 20 5060 ns1.shop.test.");

    [Fact]
    public async Task Query_NameThatIsNot_SaysSo()
    {
        var answer = await RunAsync("dns.query", new { domain = "nothing.shop.test" });
        answer.GetProperty("status").GetString().ShouldBe("NotExistentDomain");
        answer.GetProperty("records").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Query_NameInOtherLetters_IsJudgedAndAskedInTheFormOfDns()
    {
        (await _gate.JudgeAsync("dns.query", new { domain = "MÜNCHEN.shop.test", type = "TXT" })).Actions.ShouldHaveSingleItem().Target.Text.ShouldBe("TXT xn--mnchen-3ya.shop.test");
        var answer = await RunAsync("dns.query", new { domain = "MÜNCHEN.shop.test", type = "TXT" });
        (answer.GetProperty("name").GetString(), answer.GetProperty("status").GetString()).ShouldBe(("xn--mnchen-3ya.shop.test", "NoError"));
        answer.GetProperty("records")[0].GetProperty("value").GetString().ShouldBe("grüezi");
        (await _gate.JudgeAsync("dns.query", new { domain = "shop.test", server = "nś.shop.test" })).Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);
    }

    [Fact]
    public async Task Reverse_Address_GivesItsName() =>
        (await RunAsync("dns.reverse", new { ip = "192.0.2.10" })).GetProperty("records")[0].GetProperty("value").GetString().ShouldBe("shop.test.");

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.53")]
    public async Task Query_InnerServerThatTheEnvironmentDoesNotName_IsRefused(string asked)
    {
        var judgement = await _gate.JudgeAsync("dns.query", new { domain = "shop.test", server = asked });
        judgement.Permit.ShouldBeNull();
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.BlockedOutright);
    }

    [Fact]
    public async Task Query_ServerWhoseNameLeadsInside_IsNotAsked()
    {
        var answer = await _gate.RunAsync("dns.query", new { domain = "shop.test", server = "localhost.localdomain.shop.test" });
        answer.Succeeded.ShouldBeFalse(answer.Text);
    }

    [Theory]
    [InlineData("AXFR")]
    [InlineData("1")]
    [InlineData("NOPE")]
    public async Task Query_TypeThatIsNotAskedFor_NamesThoseThatAre(string type)
    {
        var judgement = await _gate.JudgeAsync("dns.query", new { domain = "shop.test", type });
        judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);
        judgement.Verdict.Remedy.ShouldNotBeNull().ShouldContain("AAAA");
    }

    private async Task<JsonElement> RunAsync(string tool, object arguments)
    {
        var result = await _gate.RunAsync(tool, arguments);
        result.Succeeded.ShouldBeTrue(result.Text);
        return JsonSerializer.Deserialize<JsonElement>(result.Text);
    }
}
