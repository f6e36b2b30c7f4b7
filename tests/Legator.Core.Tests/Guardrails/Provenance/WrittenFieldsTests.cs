using static Legator.Core.Tests.Guardrails.Provenance.Readings;

namespace Legator.Core.Tests.Guardrails.Provenance;

/// <summary>Where people gave a field a value it has that value, what they wrote apart is not put together, and what they did not give is what it is by itself.</summary>
public sealed class WrittenFieldsTests
{
    private const string Dns = "Look whether shop.example.net resolves (dns.query, type A). The transfer word of the registrar is heron-lantern-52.";
    private const string Zone = "Check the MX and TXT records of shop.example.net. Its CAA record is ours too. The names api and cdn of shop.example.net are yours.";
    private const string Hosts = "These are the hosts of shop.example.net:\n\n- api\n- cdn\n\nThe word for shop.example.net: heron.";
    private const string Stock = "Ask mcp.shop.stock how many shoes are left, and how many of the green shoes. We pay 18.40 for them.";
    private const string Order = "Order 10 shoes with mcp.shop.order at 18.40 when few are left.";
    private const string Event = "Publish an event `web-checked` of severity `info` with the summary `web was looked at` once you have read its log. When web is down publish a critical event `web-down`.";
    private const string Loose = "Publish an event of type web-checked when you have looked at web. Its severity is info or warning.";
    private const string Note = "After each look at web keep a note: state.set, key `last-look`, value `done`. Other keys belong to your predecessors; leave them as they are.";
    private const string Apart = "Keep a note of each look. The key is last-look and its value is done, it counts for 7 days.";
    private const string Free = "Note what you saw of web.";
    private const string Keyed = "Note the version of web under the key version.";
    private const string Task = "Hand the agent helper the task `See why checkouts are slow and answer in one sentence.` Then wait for what it says.";
    private const string Post = "When the check is through, post {\"status\": \"ok\", \"by\": \"night-watch\"} to https://shop.example.com/report, once.";
    private const string Filled = "When the check is through, post {\"status\": \"<up or down>\", \"by\": \"night-watch\"} to https://shop.example.com/report. It is up at night.";

    [Theory]
    [InlineData(Dns, "shop.example.net", "A", true)]
    [InlineData(Dns, "www.shop.example.net", "A", true)]
    [InlineData(Dns, "heron-lantern-52.shop.example.net", "A", false)]
    [InlineData(Dns, "registrar.shop.example.net", "A", false)]
    [InlineData(Zone, "api.shop.example.net", "A", true)]
    [InlineData(Zone, "cdn.shop.example.net", "A", true)]
    [InlineData(Zone, "record.shop.example.net", "A", false)]
    [InlineData(Hosts, "cdn.shop.example.net", "A", true)]
    [InlineData(Hosts, "heron.shop.example.net", "A", false)]
    [InlineData("Look at static and shop.example.net each day.", "static.shop.example.net", "A", false)]
    [InlineData("The word heron of shop.example.net is ours.", "heron.shop.example.net", "A", false)]
    public void Find_ALabel_IsOneThatPeopleWroteForThisDomain(string skill, string name, string type, bool passes) => Asked(skill, name, type).ShouldBe(passes);

    [Theory]
    [InlineData(Dns, "shop.example.net", "CAA", false)]
    [InlineData(Dns, "shop.example.net", "NS", false)]
    [InlineData(Dns, "www.shop.example.net", "CAA", false)]
    [InlineData(Dns, "_dmarc.shop.example.net", "TXT", true)]
    [InlineData(Zone, "shop.example.net", "mx", true)]
    [InlineData(Zone, "shop.example.net", "CAA", true)]
    [InlineData(Zone, "shop.example.net", "SOA", false)]
    [InlineData("A domain is yours: shop.example.net.", "shop.example.net", "NS", true)]
    [InlineData("See that shop.example.net has its TXT record and that www.shop.example.net resolves.", "www.shop.example.net", "A", true)]
    [InlineData("See that shop.example.net has its TXT record. The A record of other.example.net is fine.", "shop.example.net", "A", false)]
    public void Find_ATypeOfRecord_IsOneThatPeopleWantedOfTheName(string skill, string name, string type, bool passes) => Asked(skill, name, type).ShouldBe(passes);

    [Theory]
    [InlineData("dig shop.example.net A", true)]
    [InlineData("dig shop.example.net NS", false)]
    [InlineData("host -t mx shop.example.net", false)]
    public void Find_ATypeOfRecordInALine_IsOneThatPeopleWantedOfTheName(string line, bool passes) => Passes(Dns + " Ask with dig or host -t mx of others.", $$"""ssh.exec {"host":"web-1","command":"{{line}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("User-Agent", "shop-watch", true)]
    [InlineData("User-Agent", "curl", true)]
    [InlineData("User-Agent", "heron", false)]
    [InlineData("X-Team", "shop-watch", false)]
    [InlineData("X-Team", "blue", true)]
    public void Find_AHeader_HasTheValueThatPeopleGaveIt(string name, string value, bool passes) =>
        Passes("Ask https://shop.example.com/status with the User-Agent shop-watch. Where it answers 401, add X-Team: blue. The word is heron.", $$$"""http.get {"url":"https://shop.example.com/status","headers":{"{{{name}}}":"{{{value}}}"}}""").ShouldBe(passes);

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("OPTIONS", false)]
    public void Find_AMethod_IsAnOrdinaryOneOrPeoples(string method, bool passes) =>
        Passes("Ask https://shop.example.com/status.", $$"""http.request {"method":"{{method}}","url":"https://shop.example.com/status"}""").ShouldBe(passes);

    [Theory]
    [InlineData(Stock, "stock", "shoes", true)]
    [InlineData(Stock, "stock", "green shoes", true)]
    [InlineData(Stock, "stock", "shoes@18.40", false)]
    [InlineData(Stock, "stock", "shoes 18.40", false)]
    [InlineData(Stock, "stock", "18.40 shoes", false)]
    [InlineData(Stock, "stock", "shoes shoes", false)]
    [InlineData(Order, "order", "shoes", true)]
    [InlineData(Order, "order", "shoes@18.40", false)]
    public void Find_AnArgumentForAServer_IsOnePiece(string skill, string tool, string item, bool passes) =>
        ((tool == "order" ? AfterLog(Authored(skill), $$"""mcp.shop.order {"item":"{{item}}","count":10}""", "all is well") : AfterLogAsARead(Authored(skill), $$"""mcp.shop.{{tool}} {"item":"{{item}}"}""", "all is well")) is null).ShouldBe(passes);

    [Theory]
    [InlineData(Event, "web-checked", "info", "web was looked at", true)]
    [InlineData(Event, "web-checked", "critical", "web was looked at", false)]
    [InlineData(Event, "web-checked", "info", "web is down", false)]
    [InlineData(Event, "web-down", "critical", "web is down", true)]
    [InlineData(Event, "web-down", "info", "web is down", false)]
    [InlineData(Event, "web-read", "info", "web was looked at", false)]
    [InlineData(Loose, "web-checked", "warning", "web is slow", true)]
    [InlineData(Loose, "web-checked", "critical", "web is slow", false)]
    [InlineData("Tell the others with event.publish when web is down.", "web-down", "critical", "web is down", true)]
    public void Find_AnEvent_HasTheValuesThatPeopleGaveIt(string skill, string type, string severity, string summary, bool passes) =>
        Passes(skill, $$"""event.publish {"type":"{{type}}","severity":"{{severity}}","summary":"{{summary}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("1s", false)]
    [InlineData("7d", false)]
    [InlineData("6h", true)]
    public void Find_AnEvent_CountsNotMuchShorterOrLongerThanByItself(string ttl, bool passes)
    {
        Passes(Loose, $$"""event.publish {"type":"web-checked","severity":"info","summary":"web is slow","ttl":"{{ttl}}"}""").ShouldBe(passes);
        Passes(Task, $$"""a2a.delegate {"to":"helper","task":"See why checkouts are slow and answer in one sentence.","ttl":"{{ttl}}"}""").ShouldBe(passes);
    }

    [Theory]
    [InlineData(Note, "last-look", "done", null, true)]
    [InlineData(Note, "last-look", "done", "1s", false)]
    [InlineData(Note, "last-look", "kept", null, false)]
    [InlineData(Note, "note", "kept", null, false)]
    [InlineData(Note, "note", "done", null, false)]
    [InlineData(Apart, "last-look", "done", null, true)]
    [InlineData(Apart, "last-look", "done", "7d", true)]
    [InlineData(Apart, "last-look", "done", "1m", false)]
    [InlineData(Apart, "look", "done", null, false)]
    [InlineData(Apart, "last-look", "slow", null, false)]
    [InlineData(Free, "web", "slow", null, true)]
    [InlineData(Free, "web", "slow", "1s", false)]
    [InlineData(Free, "web", "slow", "6d", false)]
    [InlineData(Free, "web", "slow", "7d", true)]
    [InlineData(Keyed, "version", "1.4.2", null, true)]
    [InlineData(Keyed, "web", "1.4.2", null, false)]
    [InlineData("Note each pod in state.set, key `seen-<pod>`.", "seen-web", "slow", null, true)]
    [InlineData("Note each pod in state.set, key `seen-<pod>`.", "web", "slow", null, false)]
    public void Find_ANote_HasTheKeyAndTheValueThatPeopleGaveIt(string skill, string key, string value, string? ttl, bool passes) =>
        Passes(skill, $$"""state.set {"key":"{{key}}","value":"{{value}}"{{(ttl is null ? "" : $",\"ttl\":\"{ttl}\"")}}}""").ShouldBe(passes);

    [Theory]
    [InlineData("See why checkouts are slow and answer in one sentence.", "normal", true)]
    [InlineData("See why checkouts are slow and answer in one sentence.", "urgent", false)]
    [InlineData("See why checkouts are slow and wait.", "normal", false)]
    public void Find_ATask_IsTheOneThatPeopleWroteOut(string task, string priority, bool passes) =>
        Passes(Task, $$"""a2a.delegate {"to":"helper","task":"{{task}}","priority":"{{priority}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData(Post, """{"status":"ok","by":"night-watch"}""", true)]
    [InlineData(Post, """{"by":"night-watch","status":"ok"}""", true)]
    [InlineData(Post, """{"status":"night-watch","by":"ok"}""", false)]
    [InlineData(Post, """{"status":"ok","by":"night-watch","check":"once"}""", false)]
    [InlineData(Post, """{"status":"ok"}""", false)]
    [InlineData(Filled, """{"status":"up","by":"night-watch"}""", true)]
    [InlineData(Filled, """{"status":"up","by":"up"}""", false)]
    public void Find_ABody_IsTheOneThatPeopleWroteOut(string skill, string body, bool passes) =>
        Passes(skill, $$"""http.post {"url":"https://shop.example.com/report","body":"{{body.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""").ShouldBe(passes);

    [Theory]
    [InlineData("force", false)]
    [InlineData("ignoreDaemonsets", true)]
    public void Find_ASwitchThatDoesMore_IsOneThatPeopleWrote(string name, bool passes) =>
        Passes("Drain node-1 when its disk fails.", $$"""kubectl.drain {"name":"node-1","{{name}}":true}""").ShouldBe(passes);

    private static bool Asked(string skill, string name, string type) => Passes(skill, $$"""dns.query {"domain":"{{name}}","type":"{{type}}"}""");

    private static bool Passes(string skill, string call) => AfterLog(Authored(skill), call, "all is well") is null;
}
