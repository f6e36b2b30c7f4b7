using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tests.Gate;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>What a runner says of a change whose runner died, by asking the server that would know.</summary>
public sealed class HttpAftermathTests(Cluster cluster) : IClassFixture<Cluster>, IAsyncLifetime
{
    private readonly ToolGate _gate = Gates.Create(cluster);
    private readonly List<string> _asked = [];
    private PlainSite _site = null!;
    private (int Status, string Tag, string Body) _state = (200, "\"v1\"", "{}");

    public async ValueTask InitializeAsync() => _site = await PlainSite.StartAsync(async context =>
    {
        lock (_asked)
        {
            _asked.Add($"{context.Request.Method} {context.Request.Headers.Authorization}");
        }

        context.Response.StatusCode = _state.Status;
        context.Response.Headers.ETag = _state.Tag;
        await context.Response.WriteAsync(_state.Body);
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("http.put", """{"a":1,"b":[2]}""", null, 200, "\"v2\"", """{ "b": [2], "a": 1 }""", InterruptedOutcome.Executed)]
    [InlineData("http.put", "plain", null, 200, "\"v2\"", "plain", InterruptedOutcome.Executed)]
    [InlineData("http.put", "plain", null, 200, "\"v2\"", "other", InterruptedOutcome.Unknown)]
    [InlineData("http.put", "plain", null, 404, "\"v2\"", "", InterruptedOutcome.NotExecuted)]
    [InlineData("http.put", "plain", "\"v1\"", 200, "\"v1\"", "other", InterruptedOutcome.NotExecuted)]
    [InlineData("http.put", "plain", "\"v1\"", 200, "\"v2\"", "other", InterruptedOutcome.Unknown)]
    [InlineData("http.put", "plain", "W/\"v1\"", 200, "W/\"v1\"", "other", InterruptedOutcome.Unknown)]
    [InlineData("http.put", "plain", "*", 200, "\"v1\"", "other", InterruptedOutcome.Unknown)]
    [InlineData("http.put", "plain", null, 401, "\"v1\"", "", InterruptedOutcome.Unknown)]
    [InlineData("http.put", "plain", null, 302, "\"v1\"", "plain", InterruptedOutcome.Unknown)]
    [InlineData("http.delete", null, null, 404, "\"v1\"", "", InterruptedOutcome.Executed)]
    [InlineData("http.delete", null, null, 410, "\"v1\"", "", InterruptedOutcome.Executed)]
    [InlineData("http.delete", null, null, 200, "\"v1\"", "there", InterruptedOutcome.Unknown)]
    [InlineData("http.delete", null, "\"v1\"", 200, "\"v1\"", "there", InterruptedOutcome.NotExecuted)]
    [InlineData("http.patch", "{}", "\"v1\"", 200, "\"v1\"", "there", InterruptedOutcome.NotExecuted)]
    [InlineData("http.patch", "{}", null, 200, "\"v1\"", "{}", InterruptedOutcome.Unknown)]
    [InlineData("http.patch", "{}", null, 404, "\"v1\"", "", InterruptedOutcome.Unknown)]
    public async Task Change_ThatWasCutOff_IsToldOnlyWhereTheServerIsSure(string tool, string? body, string? bound, int status, string tag, string stored, InterruptedOutcome outcome)
    {
        _state = (status, tag, stored);
        var headers = bound is null ? null : new Dictionary<string, string> { ["If-Match"] = bound };
        (await ReconcileAsync(tool, "/jobs/7", body, headers)).Outcome.ShouldBe(outcome);
        _asked.ShouldBe(["GET Bearer canary-secret"]);
    }

    [Fact]
    public async Task Post_IsNeverAskedAfter()
    {
        (await ReconcileAsync("http.post", "/jobs", "{}", null)).Outcome.ShouldBe(InterruptedOutcome.Unknown);
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_ThatIsGone_LeavesItUnknown()
    {
        await _site.DisposeAsync();
        (await ReconcileAsync("http.delete", "/jobs/7", null, null)).Outcome.ShouldBe(InterruptedOutcome.Unknown);
        await InitializeAsync();
    }

    private Task<Reconciliation> ReconcileAsync(string tool, string path, string? body, Dictionary<string, string>? headers)
    {
        var scope = Gates.Scope() with
        {
            Credentials = new Dictionary<string, ICredentialHandle> { ["site"] = new Credential("site", CredentialType.BearerToken, ("token", "canary-secret")) },
            Environment = new() { Endpoints = new Dictionary<string, Uri> { ["site"] = _site.Address } },
        };
        var url = new Uri(_site.Address, path).AbsoluteUri;
        return _gate.ReconcileAsync(tool == "http.delete" ? Gates.Call(tool, new { url, headers }) : Gates.Call(tool, new { url, body, headers }), TimeProvider.System.GetUtcNow(), _gate.On(scope), TestContext.Current.CancellationToken);
    }
}
