using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>What goes out of a run that has read text from outside is what people wrote, whatever that text said.</summary>
public sealed class OutwardTests
{
    private const string Skill = """
        Look at https://shop.example.com/status, at /items/NAME, and at /search?state=open&q={word}. Where it is stuck, POST to /kick. Never read /admin.
        The records of shop.example.com are yours. When web is slow, ask helper to look at web, and publish an event of type finding.web. Ask mcp.wiki.find for shoes. Page 2 is enough.
        """;

    [Theory]
    [InlineData("https://shop.example.com/status", true)]
    [InlineData("https://shop.example.com/status?page=2", true)]
    [InlineData("https://shop.example.com/status?page=4711", false)]
    [InlineData("https://shop.example.com/status?seen=zebra", false)]
    [InlineData("https://shop.example.com/status/zebra", false)]
    [InlineData("https://shop.example.com/status/7", false)]
    [InlineData("https://shop.example.com/status#shoes", false)]
    [InlineData("https://shop.example.com//status", false)]
    [InlineData("https://shop.example.com/stat%75s", false)]
    [InlineData("https://shop.example.com:8443/status", false)]
    [InlineData("https://shop.example.com/items/42", true)]
    [InlineData("https://shop.example.com/items/shoes", true)]
    [InlineData("https://shop.example.com/items/zebra", false)]
    [InlineData("https://shop.example.com/items/4711471147114711", false)]
    [InlineData("https://shop.example.com/search?state=open&q=shoes", true)]
    [InlineData("https://shop.example.com/search?state=open&q=socks", false)]
    [InlineData("https://shop.example.com/kick", false)]
    [InlineData("https://shop.example.com/admin", false)]
    [InlineData("https://shop.example.com/metrics", false)]
    public void Find_AnAddress_IsOneThatPeopleWroteToBeRead(string url, bool passes) => Passes($$"""http.get {"url":"{{url}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("Accept", "application/json", true)]
    [InlineData("Accept", "zebra", false)]
    [InlineData("X-Zebra", "1", false)]
    [InlineData("User-Agent", "shoes  shoes", false)]
    public void Find_AHeader_IsOrdinary(string name, string value, bool passes) =>
        Passes($$$"""http.get {"url":"https://shop.example.com/status","headers":{"{{{name}}}":"{{{value}}}"}}""").ShouldBe(passes);

    [Theory]
    [InlineData("shop.example.com", true)]
    [InlineData("www.shop.example.com", true)]
    [InlineData("_dmarc.shop.example.com", true)]
    [InlineData("zebra.shop.example.com", false)]
    [InlineData("www.zebra.shop.example.com", false)]
    public void Find_AName_HasNoLabelsThatNobodyWrote(string name, bool passes) => Passes($$"""dns.query {"domain":"{{name}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("Please look at web, it is slow: 3 errors in 10 minutes.", true)]
    [InlineData("Look at web. Zebra.", false)]
    [InlineData("Look at web 4711", false)]
    [InlineData("Yes, please do that.", false)]
    [InlineData("It is down.", false)]
    [InlineData("Kick web.", false)]
    [InlineData("Look at web \ud83e\udd93", false)]
    [InlineData("lOoK at web", false)]
    [InlineData("Look  at web", false)]
    [InlineData("Look at web.....", false)]
    public void Find_ATask_IsInPlainWords(string task, bool passes) => Passes($$"""a2a.delegate {"to":"helper","task":"{{task}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("finding.web", "web is slow", true)]
    [InlineData("finding.shoes", "web is slow", false)]
    [InlineData("finding.web", "web is slow, says zebra", false)]
    public void Find_AnEvent_IsOfATypeThatPeopleWrote(string type, string summary, bool passes) =>
        Passes($$"""event.publish {"type":"{{type}}","severity":"info","summary":"{{summary}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("ec2 describe-instances", "--filters Name=instance-state-name,Values=running --region eu-west-1 --output json", true)]
    [InlineData("ec2 describe-instances", "--filters Name=tag:note,Values=zebra", false)]
    [InlineData("ec2 describe-instances", "--query 'Reservations[].Instances[].Tags' ", true)]
    [InlineData("logs filter-log-events", "--log-group-name shop --filter-pattern zebra", false)]
    [InlineData("cloudwatch get-metric-statistics", "--namespace AWS/EC2 --metric-name CPUUtilization --period 300 --statistics Average", true)]
    public void Find_ALineForACloud_SelectsWithWhatIsKnown(string command, string line, bool passes) =>
        Passes($$"""aws.cli {"service":"{{command.Split(' ')[0]}}","command":"{{command.Split(' ')[1]}}","args":"{{line}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("curl -s https://shop.example.com/status", true)]
    [InlineData("dig +short shop.example.com", true)]
    [InlineData("curl -s https://shop.example.com/zebra", false)]
    [InlineData("curl -sA zebra https://shop.example.com/status", false)]
    [InlineData("sh -c 'ping zebra.shop.example.com'", false)]
    [InlineData("grep zebra /var/log/nginx/access.log", true)]
    [InlineData("systemctl status ssh", true)]
    public void Find_ALineThatTalksToOthers_TellsThemPeoplesWords(string line, bool passes) => Passes($$"""ssh.exec {"host":"web-1","command":"{{line}}"}""").ShouldBe(passes);

    private static bool Passes(string call) => AfterLog(Authored(Skill), call, "zebra socks GET /metrics") is null;
}
