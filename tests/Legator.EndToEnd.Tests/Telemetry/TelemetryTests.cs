using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Legator.Backends.Tests.Servers;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Pool;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Telemetry;

/// <summary>What Operators and Runners as processes of their own tell of a run: one trace, and the metrics of the docs.</summary>
public sealed partial class TelemetryTests(PostgresServer postgres) : IAsyncLifetime
{
    private static readonly string[] Labels =
        ["otel_scope_name", "namespace", "agent", "status", "model", "severity", "reason", "priority", "follower", "outcome", "environment", "channel", "tier", "kind", "le"];

    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"traced-{Environment.ProcessId}");
    private readonly SlowSite _site = new();
    private readonly SpanReceiver _receiver = new();
    private readonly RedisServer _redis = new();
    private DistributedProduct _product = null!;

    public async ValueTask InitializeAsync()
    {
        await _receiver.StartAsync();
        _product = new DistributedProduct(_redis, postgres, _namespace)
        {
            AllSettings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _receiver.Url, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_BSP_SCHEDULE_DELAY"] = "500" },
        };
        await _site.StartAsync();
        await _product.StartAsync();
        await Kubectl.ApplyAsync(_product.Kubeconfig, SlowFleet.Manifests(1, _namespace, _site.Port));
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _redis.DisposeAsync();
        await _site.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Run_OverTwoProcesses_IsOneTraceAndInTheMetricsOfTheDocs()
    {
        var run = await RunAsync();
        var root = (await Eventually.BecomesAsync("the run's spans have come", () => Task.FromResult(Find("invoke_agent slow-0")), span => span is not null && _receiver.Spans.Any(s => s.Id == span.Parent && _receiver.Spans.Any(made => made.Id == s.Parent)), TimeSpan.FromSeconds(60)))!;

        root.Attributes["legator.run"].ShouldBe($"{_namespace}/{run}");
        var sent = _receiver.Spans.Single(s => s.Id == root.Parent);
        (sent.Name, sent.Trace, sent.Service).ShouldBe(("send legator.runs", root.Trace, "Legator.Operator"));
        var made = _receiver.Spans.Single(s => s.Id == sent.Parent);
        (made.Name, made.Trace).ShouldBe(("run.make", root.Trace));
        (await Kubectl.RunAsync(_product.Kubeconfig, "get", "legatorrun", run, "-n", _namespace, "-o", "jsonpath={.metadata.annotations.legator\\.io/traceparent}")).ShouldContain(root.Trace);
        var within = _receiver.Spans.Where(s => s.Parent == root.Id).ToList();
        within.Count(s => s.Name == "chat rehearsal" && s.Attributes.ContainsKey("gen_ai.request.model") && s.Attributes.ContainsKey("gen_ai.usage.input_tokens")).ShouldBe(5);
        within.Where(s => s.Name.StartsWith("execute_tool ", StringComparison.Ordinal)).Select(s => s.Attributes["gen_ai.tool.name"]).ShouldBe(["http.get", "http.post", "http.get", "http.get"], ignoreOrder: true);
        await MetricsAsync(run);
    }

    private async Task MetricsAsync(string run)
    {
        var documented = Metric().Matches(await File.ReadAllTextAsync(Path.Combine(ProductBuild.Root, "docs", "telemetry.md"))).Select(m => m.Groups[1].Value).ToHashSet();
        var expected = documented.Where(m => !FirstSeenLater().IsMatch(m)).ToList();
        var text = await Eventually.BecomesAsync("every metric of a run is told", ScrapeAsync, told => expected.TrueForAll(m => told.Contains($"# TYPE {m} ", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

        Type().Matches(text).Select(m => m.Groups[1].Value).Where(m => m.StartsWith("legator_", StringComparison.Ordinal)).Except(documented).ShouldBeEmpty();
        foreach (Match label in Label().Matches(string.Join('\n', text.Split('\n').Where(line => line.StartsWith("legator_", StringComparison.Ordinal)))))
        {
            Labels.ShouldContain(label.Groups[1].Value);
            label.Groups[2].Value.ShouldNotContain(run);
        }
    }

    private async Task<string> ScrapeAsync()
    {
        using var open = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var refused = await open.GetAsync(new Uri(_product.Url + "/metrics"));
        refused.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var texts = await Task.WhenAll(_product.ServiceUrls.Select(url => open.GetStringAsync(new Uri(url + "/metrics"))));
        return string.Join('\n', [.. texts, await _product.Api.GetStringAsync(new Uri(_product.Url + "/metrics"))]);
    }

    private ReceivedSpan? Find(string name) => _receiver.Spans.FirstOrDefault(s => s.Name == name);

    private async Task<string> RunAsync()
    {
        var run = await Eventually.BecomesAsync("a run is accepted", AskAsync, name => name is not null, TimeSpan.FromSeconds(60));
        await Eventually.IsTrueAsync("the run is over", async () => (await _product.RunsAsync(SlowFleet.Name(0))).Any(r => r.Name == run && r.Phase == "Succeeded"), TimeSpan.FromSeconds(90));
        return run!;
    }

    private async Task<string?> AskAsync()
    {
        using var answer = await _product.Api.PostAsync(new Uri($"{_product.Url}{ApiPaths.AgentRun(SlowFleet.Name(0))}?namespace={_namespace}"), new StringContent("{}", null, "application/json"));
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<RunAccepted>(await answer.Content.ReadAsStringAsync(), LegatorJson.Options)!.Run : null;
    }

    [GeneratedRegex("`(legator_[a-z_]+)`")]
    private static partial Regex Metric();

    /// <summary>What this run gives no occasion for.</summary>
    [GeneratedRegex("schedule_lag|approval_wait|cost_dollars|guardrail_blocks|notifications|webhook|findings|refusals|taken_over|broken_off|anomalies|slots_dropped")]
    private static partial Regex FirstSeenLater();

    [GeneratedRegex("^# TYPE (\\S+) ", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex("([a-z_]+)=\"([^\"]*)\"")]
    private static partial Regex Label();
}
