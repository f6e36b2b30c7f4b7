using System.Net;
using System.Text.Json;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Webhooks;

/// <summary>The agents of examples/agents/alert-responder.yaml in the started product: what was accepted has its run, whatever happens to the process.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Source = "alertmanager";
    private const string Alert = """{"status":"firing","alert":"WebDown"}""";
    private readonly EmbeddedProduct _product = new();
    private readonly WebhookCaller _caller = new("change-this-key-before-use");

    public async ValueTask InitializeAsync()
    {
        await _product.StartAsync();
        await Kubectl.RunAsync(_product.Kubeconfig, "apply", "-n", "agents", "-f", Path.Combine(ProductBuild.Root, "examples", "agents", "alert-responder.yaml"));
        await Eventually.IsTrueAsync("the webhook knows its caller", async () => await _caller.TryAsync(_product.Url, Source, """{"status":"resolved"}""", "probe") == HttpStatusCode.Accepted);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task Delivery_AcceptedRightBeforeTheProcessIsKilled_HasItsRunOnce_AndTheReportSpeaksOfIt()
    {
        var outcome = await _caller.CallAsync(_product.Url, Source, Alert, "delivery-1");
        await _product.KillAsync();
        await _product.StartAsync();
        outcome.State.ShouldBe("accepted");
        await EndedAsync("alert-responder");
        var run = await _product.GetAsync<JsonElement>(ApiPaths.Run(outcome.Run!));
        run.GetProperty("spec").GetProperty("trigger").GetString().ShouldBe("webhook");
        run.GetProperty("status").GetProperty("report").GetString()!.ShouldStartWith($"Started by webhook: {Alert}");

        using var forger = new WebhookCaller("another-key-0123456789");
        (await forger.TryAsync(_product.Url, Source, Alert, "delivery-2")).ShouldBe(HttpStatusCode.Unauthorized);
        (await forger.TryAsync(_product.Url, "nobody-waits", Alert, "delivery-2")).ShouldBe(HttpStatusCode.Unauthorized);
        var again = await _caller.CallAsync(_product.Url, Source, Alert, "delivery-1");
        (again.State, again.Run).ShouldBe(("duplicate", outcome.Run));
        (await _product.RunsAsync("&agent=alert-responder")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Event_OfTheCluster_StartsARunThatReportsIt()
    {
        await Eventually.IsTrueAsync(
            "the triggers count",
            async () => (await Kubectl.RunAsync(_product.Kubeconfig, "get", "legatoragent", "event-responder", "-n", "agents", "-o", "jsonpath={.status.triggersSince}")).Length > 0);
        var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        await Kubectl.ApplyAsync(_product.Kubeconfig, $$"""
            {"apiVersion":"v1","kind":"Event","metadata":{"name":"web-1.17","namespace":"demo"},"type":"Warning","reason":"BackOff","message":"Back-off restarting failed container",
             "involvedObject":{"apiVersion":"v1","kind":"Pod","namespace":"demo","name":"web-1"},"count":1,"firstTimestamp":"{{time}}","lastTimestamp":"{{time}}"}
            """);
        await EndedAsync("event-responder");
        var run = await _product.GetAsync<JsonElement>(ApiPaths.Run((await _product.RunsAsync("&agent=event-responder"))[0].Name));
        run.GetProperty("status").GetProperty("report").GetString()!.ShouldStartWith("Started by kubernetes-event: {\"events\":[");
    }

    private Task EndedAsync(string agent) =>
        Eventually.IsTrueAsync($"a run of {agent} has ended", async () => (await _product.RunsAsync($"&agent={agent}")) is [{ CompletedAt: not null }, ..]);
}
