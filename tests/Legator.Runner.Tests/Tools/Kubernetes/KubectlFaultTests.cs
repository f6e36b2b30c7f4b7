using System.Text;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Kubernetes;

/// <summary>An API server that goes wrong during a call: each call ends in an answer that says so, in its time and without much memory.</summary>
public sealed class KubectlFaultTests(Cluster cluster) : IClassFixture<Cluster>
{
    [Theory]
    [InlineData(403, "does not let ServiceAccount agents/watch do this")]
    [InlineData(409, "Nothing was done")]
    [InlineData(410, "ask for its first page again")]
    [InlineData(429, "refuses for now")]
    [InlineData(500, "an error of its own (500)")]
    [InlineData(503, "an error of its own (503)")]
    public async Task List_ServerThatRefuses_SaysWhatToDo(int status, string expected)
    {
        await using var api = await FaultyApi.StartAsync(cluster);
        api.Fault = (context, _) => RefuseAsync(context, status);
        var result = await RunAsync(api, "kubectl.list", new { resource = "pods", @namespace = "demo" });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain(expected);
        result.Text.Length.ShouldBeLessThan(9000);
    }

    [Theory]
    [InlineData("silent", "gave no answer within 3 s")]
    [InlineData("drip", "gave no answer within 3 s")]
    [InlineData("reset", "cannot be reached")]
    [InlineData("flood", "larger than")]
    [InlineData("nonsense", "not JSON")]
    [InlineData("nothing", "not JSON")]
    [InlineData("twice", "not JSON")]
    public async Task List_ServerThatGoesWrong_IsAnAnswerWithinBounds(string fault, string expected)
    {
        await using var api = await FaultyApi.StartAsync(cluster);
        api.Fault = (context, _) => GoWrongAsync(context, fault);
        var result = await RunAsync(api, "kubectl.list", new { resource = "pods", @namespace = "demo" });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain(expected);
        result.Text.Length.ShouldBeLessThan(9000);
    }

    [Fact]
    public async Task Get_TextThatIsNoUtf8_IsShownAllTheSame()
    {
        await using var api = await FaultyApi.StartAsync(cluster);
        api.Fault = (context, _) => FaultyApi.WriteAsync(context, [.. "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"odd\"},\"status\":{\"phase\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}}"u8]);
        var result = await RunAsync(api, "kubectl.get", new { resource = "pod", name = "odd", @namespace = "demo" });
        result.Succeeded.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("phase:");
    }

    [Fact]
    public async Task Scale_AnswerLostAfterTheEffect_IsLookedFor()
    {
        await cluster.AddAsync("deployments", "demo", Cluster.Deployment("lost-after", 1));
        await using var api = await FaultyApi.StartAsync(cluster);
        api.Fault = async (context, forward) =>
        {
            if (context.Request.Method != "PATCH")
            {
                await forward(context);
                return;
            }

            // The answer is kept back.
            var body = context.Response.Body;
            context.Response.Body = Stream.Null;
            await forward(context);
            context.Response.Body = body;
            context.Abort();
        };
        var result = await RunAsync(api, "kubectl.scale", new { resource = "deploy", name = "lost-after", @namespace = "demo", replicas = 4 });
        result.Text.ShouldContain("It took effect all the same: deployments.apps/lost-after in namespace demo has 4 replicas, as asked.");
        result.Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scale_LostBeforeTheEffect_SaysSoAndIsNotRepeated(bool reset)
    {
        var name = $"lost-before-{reset}".ToLowerInvariant();
        await cluster.AddAsync("deployments", "demo", Cluster.Deployment(name, 1));
        await using var api = await FaultyApi.StartAsync(cluster);
        var tries = 0;
        api.Fault = async (context, forward) =>
        {
            if (context.Request.Method != "PATCH")
            {
                await forward(context);
                return;
            }

            Interlocked.Increment(ref tries);
            await (reset ? GoWrongAsync(context, "reset") : RefuseAsync(context, 500));
        };
        var result = await RunAsync(api, "kubectl.scale", new { resource = "deploy", name, @namespace = "demo", replicas = 4 });
        result.Succeeded.ShouldBeFalse();
        result.Text.ShouldContain("It did not take effect");
        tries.ShouldBe(1);
    }

    private Task<ToolResult> RunAsync(FaultyApi api, string tool, object arguments) =>
        Gates.Create(cluster).RunAsync(tool, arguments, Gates.Scope() with { Cluster = api.Open() });

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = "0";
        return context.Response.WriteAsync($$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{new string('m', 50_000)}}","reason":"Any","code":{{status}}}""");
    }

    private static async Task GoWrongAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "silent":
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "drip":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await FaultyApi.WriteAsync(context, "x"u8.ToArray());
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                break;
            case "flood":
                for (var i = 0; i < 16_384 && !context.RequestAborted.IsCancellationRequested; i++)
                {
                    await FaultyApi.WriteAsync(context, new byte[65536]);
                }

                break;
            case "reset":
                context.Abort();
                break;
            default:
                await FaultyApi.WriteAsync(context, Encoding.UTF8.GetBytes(fault switch { "nonsense" => "<html>", "twice" => """{"items":[],"items":[]}""", _ => "" }));
                break;
        }
    }
}
