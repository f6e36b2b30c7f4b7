using System.Text.Json.Nodes;
using Legator.Core.Resources.Environments;
using Legator.Runner.Tools.Mcp;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Servers that are slow, broken, huge or lie: the call fails in words, within its time, and the run goes on.</summary>
public sealed class McpFaultTests
{
    private const string Good = """{"name":"ok","answer":"all well"}""";
    private const string Bad = """{"name":"bad"}""";

    private static readonly byte[] Block = new byte[1 << 16];
    private const int Quick = 512;

    [Theory]
    [InlineData("never")]
    [InlineData("a byte a second")]
    [InlineData("reset")]
    [InlineData("huge")]
    [InlineData("huge events")]
    [InlineData("no utf-8")]
    [InlineData("no json-rpc")]
    [InlineData("another's id")]
    [InlineData("html")]
    [InlineData("error 500")]
    [InlineData("nothing")]
    public async Task Call_ServerThatDoesNotAnswerAsItShould_FailsAndTheNextCallWorks(string fault)
    {
        await using var site = await McpSite.StartAsync(Good, Bad);
        var sent = 0L;
        site.Server.Instead = async (context, request) =>
        {
            if ((string?)request["params"]?["name"] != "bad")
            {
                return false;
            }

            await PlayAsync(fault, context, request, written => sent += written);
            return true;
        };
        await using var run = await new McpRun(new McpServerSpec { Endpoint = site.Url, Timeout = "1500ms" }).DiscoverAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = await run.CallAsync("bad", new { });
        result.Succeeded.ShouldBeFalse(result.Text);
        result.Text.Length.ShouldBeLessThan(600);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
        sent.ShouldBeLessThan(1L << 30, "the server is cut off before its end");
        (await run.CallAsync("ok", new { })).Text.ShouldBe("all well");
    }

    [Fact]
    public async Task Discover_ListWithoutEnd_IsCutOff()
    {
        await using var site = await McpSite.StartAsync();
        var page = 0;
        site.Server.Instead = async (context, request) =>
        {
            if ((string?)request["method"] != "tools/list")
            {
                return false;
            }

            page++;
            await McpEndpoint.AnswerAsync(context, request, new JsonObject
            {
                ["tools"] = new JsonArray([.. Enumerable.Range(0, 30).Select(i => (JsonNode)new JsonObject { ["name"] = $"t{page}-{i}", ["inputSchema"] = new JsonObject { ["type"] = "object" } })]),
                ["nextCursor"] = "again",
            });
            return true;
        };
        await using var run = await new McpRun(new McpServerSpec { Endpoint = site.Url }).DiscoverAsync();
        page.ShouldBeLessThanOrEqualTo(50);
        run.Found.Offers.ShouldBeLessThanOrEqualTo(1000);
        run.Found.Tools.Count.ShouldBe(128);
        run.Found.Refused[0].ShouldContain("the rest is left out");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "leads to http://169.254.169.254")]
    [InlineData("http://localhost:1/", "leads to http://localhost:1")]
    [InlineData("/mcp", "redirected more than 5 times")]
    public async Task Discover_Redirect_StaysWithTheServer(string location, string expected)
    {
        await using var site = await McpSite.StartAsync();
        site.Server.Instead = (context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = location;
            return Task.FromResult(true);
        };
        await using var run = await new McpRun(new McpServerSpec { Endpoint = site.Url }).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull().ShouldContain(expected);
        run.Found.Tools.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("never")]
    [InlineData("huge")]
    [InlineData("no json-rpc")]
    [InlineData("reset")]
    public async Task Discover_ServerThatDoesNotAnswerAsItShould_IsNamedWithinItsTime(string fault)
    {
        await using var site = await McpSite.StartAsync();
        site.Server.Instead = async (context, request) =>
        {
            await PlayAsync(fault, context, request, _ => { });
            return true;
        };
        var options = new McpOptions { DiscoveryTimeout = TimeSpan.FromSeconds(2) };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var run = await new McpRun(new McpServerSpec { Endpoint = site.Url }, options).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
    }

    [Theory]
    [InlineData("http://169.254.169.254.nip.example/mcp")]
    [InlineData("http://127.0.0.1:9/mcp")]
    [InlineData("file:///etc/passwd")]
    public async Task Discover_ServerThatIsNotThere_IsNamed(string endpoint)
    {
        await using var run = await new McpRun(new McpServerSpec { Endpoint = endpoint }).DiscoverAsync();
        run.Found.Problem.ShouldNotBeNullOrWhiteSpace();
    }

    private static async Task PlayAsync(string fault, HttpContext context, JsonObject request, Action<long> sent)
    {
        var id = request["id"]?.ToJsonString() ?? "0";
        var response = context.Response;
        response.ContentType = fault == "html" ? "text/html" : fault == "huge events" ? "text/event-stream" : "application/json";
        switch (fault)
        {
            case "never":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "a byte a second":
                await TrickleAsync(context, $$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{"content":[]}}""");
                break;
            case "reset":
                context.Abort();
                break;
            case "huge" or "huge events":
                await response.WriteAsync($$"""{{(fault == "huge" ? "" : "data: ")}}{"jsonrpc":"2.0","id":{{id}},"result":{"content":[{"type":"text","text":" """);
                await FloodAsync(context, sent);
                break;
            case "no utf-8":
                await response.Body.WriteAsync(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' });
                break;
            case "no json-rpc":
                await response.WriteAsync("""{"hello":[1,2,3]}""");
                break;
            case "another's id":
                await response.WriteAsync("""{"jsonrpc":"2.0","id":987654,"result":{"content":[{"type":"text","text":"not yours"}]}}""");
                break;
            case "html":
                await response.WriteAsync("<html>Welcome to the proxy</html>");
                break;
            case "error 500":
                response.StatusCode = 500;
                await response.WriteAsync(new string('e', 100_000));
                break;
            default:
                await McpEndpoint.AnswerAsync(context, request, JsonNode.Parse("""{"isError":true}""") as JsonObject);
                break;
        }
    }

    private static async Task TrickleAsync(HttpContext context, string text)
    {
        foreach (var letter in text)
        {
            await context.Response.WriteAsync(letter.ToString());
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (context.RequestAborted.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task FloodAsync(HttpContext context, Action<long> sent)
    {
        Array.Fill(Block, (byte)'x');
        try
        {
            for (var i = 0; i < 1 << 14; i++)
            {
                await context.Response.Body.WriteAsync(Block, context.RequestAborted);
                sent(Block.Length);
                // A server takes some time to see that nobody listens any more, and until then it writes to nobody as fast as it can.
                await Task.Delay(i > Quick ? TimeSpan.FromMilliseconds(20) : TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client has heard enough.
        }
    }
}
