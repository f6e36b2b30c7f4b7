using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools.Dns;
using static Legator.Runner.Tests.Tools.Dns.LyingNameServer;

namespace Legator.Runner.Tests.Tools.Dns;

/// <summary>Name servers that lie, hang and exaggerate.</summary>
public sealed class DnsFaultTests(Cluster cluster) : IClassFixture<Cluster>
{
    private const int A = 1;
    private const int Alias = 5;
    private const int Text = 16;
    private const int Truncated = 0x0200;
    private const int Authentic = 0x0020;
    private static readonly byte[] Address = [192, 0, 2, 7];

    [Fact]
    public async Task Server_ThatNeverAnswers_IsGivenUp() => await FailsAsync(new LyingNameServer(_ => null));

    [Fact]
    public async Task Server_WhoseAnswersHaveAnotherId_IsNotBelieved() => await FailsAsync(new LyingNameServer(question => Answer([(byte)~question[0], .. question[1..]], 0, Record(A, Address))));

    [Fact]
    public async Task Server_ThatSendsRubbish_IsAnAnswer() => await FailsAsync(new LyingNameServer(_ => [.. Enumerable.Range(0, 200).Select(i => (byte)(i * 37))]));

    [Fact]
    public async Task Server_ThatSendsTheBeginningOfAnAnswer_IsAnAnswer() => await FailsAsync(new LyingNameServer(question => Answer(question, 0, Record(A, Address))[..^6]));

    [Fact]
    public async Task Server_WhoseNamesGoRoundInACircle_IsAnAnswer() => await FailsAsync(new LyingNameServer(question => Answer(question, 0, Record(Alias, [0xC0, (byte)(question.Length > 60 ? 12 : 12 + 0), 0xC0, 12])[..^2], [0xC0, 200])));

    [Fact]
    public async Task Server_ThatPromisesTheRestOverTcpAndHangs_IsGivenUp() => await FailsAsync(new LyingNameServer(question => Answer(question, Truncated)));

    [Fact]
    public async Task Server_ThatSaysOverTcpThatMoreComes_IsGivenUp() => await FailsAsync(new LyingNameServer(question => Answer(question, Truncated), question => [0xFF, 0xFF, .. Answer(question, 0, Record(A, Address))]));

    [Fact]
    public async Task Answer_ThatIsTruncated_IsFetchedOverTcp()
    {
        await using var server = new LyingNameServer(question => Answer(question, Truncated), question => Sized(Answer(question, 0, Record(A, Address))));
        (await AskAsync(server, "A")).GetProperty("records")[0].GetProperty("value").GetString().ShouldBe("192.0.2.7");
    }

    [Fact]
    public async Task Answer_ThatIsHuge_IsCut()
    {
        byte[] text = [200, .. Enumerable.Repeat((byte)'t', 200)];
        await using var server = new LyingNameServer(question => Answer(question, Truncated), question => Sized(Answer(question, 0, [.. Enumerable.Repeat(Record(Text, [.. text, .. text, .. text]), 90)])));
        var result = await RunAsync(server.Resolver, "TXT");
        result.Succeeded.ShouldBeTrue(result.Text);
        Encoding.UTF8.GetByteCount(result.Text).ShouldBeLessThan(8400);
        result.Text.ShouldContain("left out");
    }

    [Fact]
    public async Task Answer_WithAnAliasOfItself_IsShownAsItIs()
    {
        await using var server = new LyingNameServer(question => Answer(question, 0, Record(Alias, [0xC0, 12])));
        (await AskAsync(server, "A")).GetProperty("records").EnumerateArray().ShouldHaveSingleItem().GetProperty("value").GetString().ShouldBe("shop.test.");
    }

    [Theory]
    [InlineData(Authentic, true)]
    [InlineData(0, false)]
    public async Task Answer_ThatTheServerVerified_SaysSo(int flags, bool authenticated)
    {
        await using var server = new LyingNameServer(question => Answer(question, flags, Record(A, Address)));
        (await AskAsync(server, "A")).GetProperty("authenticated").GetBoolean().ShouldBe(authenticated);
    }

    [Fact]
    public async Task Question_OfAnIPv6Address_IsAskedBackwards()
    {
        byte[]? asked = null;
        await using var server = new LyingNameServer(question => Answer(asked = question, 0));
        var result = await Gates.Create(cluster, dns: server.Resolver).RunAsync("dns.reverse", new { ip = "2001:db8::10" });
        result.Succeeded.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
        Encoding.ASCII.GetString(asked!).ShouldContain("ip6\u0004arpa");
    }

    [Fact]
    public async Task Question_OfANameInAnotherScript_IsAskedInItsAsciiForm()
    {
        byte[]? asked = null;
        await using var server = new LyingNameServer(question => Answer(asked = question, 0, Record(A, Address)));
        var judgement = await Gates.Create(cluster, dns: server.Resolver).JudgeAsync("dns.query", new { domain = "bücher.test" });
        if (judgement.Permit is null)
        {
            judgement.Verdict.Reason.ShouldBe(GuardrailReason.InvalidArguments);
        }

        (await Gates.Create(cluster, dns: server.Resolver).RunAsync("dns.query", new { domain = "xn--bcher-kva.test" })).Succeeded.ShouldBeTrue();
        Encoding.ASCII.GetString(asked!).ShouldContain("xn--bcher-kva");
    }

    private async Task FailsAsync(LyingNameServer server)
    {
        await using var serving = server;
        var watch = Stopwatch.StartNew();
        var result = await RunAsync(server.ImpatientResolver, "A");
        result.Succeeded.ShouldBeFalse(result.Text);
        result.Text.ShouldNotContain("broke down");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
        await Eventually.IsTrueAsync("no connection is left", () => !IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Any(c => c.RemoteEndPoint.Port == server.Port && c.State == TcpState.Established));
    }

    private async Task<JsonElement> AskAsync(LyingNameServer server, string type)
    {
        var result = await RunAsync(server.Resolver, type);
        result.Succeeded.ShouldBeTrue(result.Text);
        return JsonSerializer.Deserialize<JsonElement>(result.Text);
    }

    private Task<ToolResult> RunAsync(DnsResolver resolver, string type) => Gates.Create(cluster, dns: resolver).RunAsync("dns.query", new { domain = "shop.test", type });
}
