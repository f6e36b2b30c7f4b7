using System.Globalization;
using System.Net;
using Legator.Backends.Tests.Servers;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Webhooks;

/// <summary>Two processes of the API and two Operators: every API takes deliveries, and what was accepted has its run when whoever led is gone.</summary>
public sealed class DistributedWebhookTests(PostgresServer postgres)
{
    private const string Alert = """{"status":"firing","alert":"WebDown"}""";
    private readonly string _namespace = string.Create(CultureInfo.InvariantCulture, $"hooks-{Environment.ProcessId}");

    [Fact]
    public async Task Delivery_ToEitherWeb_WithTheOperatorsKilledAfterTheAnswer_HasOneRun()
    {
        await using var redis = new RedisServer();
        await using var product = new DistributedProduct(redis, postgres, _namespace) { HasTwoWebs = true };
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, Manifests());
        using var caller = new WebhookCaller("change-this-key-before-use");
        foreach (var url in new[] { product.Url, product.OtherUrl })
        {
            await Eventually.IsTrueAsync("the webhook knows its caller", async () => await AnswersAsync(caller, url) == HttpStatusCode.Accepted, TimeSpan.FromSeconds(60));
        }

        var accepted = await caller.CallAsync(product.Url, _namespace, Alert, "delivery-1");
        await product.KillOperatorsAsync();
        accepted.State.ShouldBe("accepted");
        (await caller.CallAsync(product.OtherUrl, _namespace, Alert, "delivery-1")).State.ShouldBeOneOf("duplicate", "accepted", "debounced");
        await product.ResumeAsync();
        await Eventually.IsTrueAsync("its run has ended", async () => (await product.RunsAsync("responder")) is [{ CompletedAt: not null }], TimeSpan.FromMinutes(3));
        (await product.RunsAsync("responder"))[0].Name.ShouldBe(accepted.Run);
    }

    private async Task<HttpStatusCode> AnswersAsync(WebhookCaller caller, string url)
    {
        try
        {
            return await caller.TryAsync(url, _namespace, """{"status":"resolved"}""", "probe");
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }

    private string Manifests() => EstateManifests.All(EstateManifests.Models, EstateManifests.Environment(_namespace, "local"), EstateManifests.Account(_namespace, "responder"), $$"""
        apiVersion: v1
        kind: Secret
        metadata: {name: alert-webhook, namespace: {{_namespace}}}
        stringData: {secret: change-this-key-before-use}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: skill-respond, namespace: {{_namespace}}}
        data:
          SKILL.md: "---\nname: respond\ndescription: Says what came.\nversion: 1.0.0\n---\nSay what came.\n"
          actions.yaml: "actions:\n- {id: look, tool: kubectl.get, targetPattern: '*', tier: read, description: look}\n"
          rehearsal.yaml: "turns:\n- report: 'Came: ${run.payload}'\n"
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: responder, namespace: {{_namespace}}}
        spec:
          description: Says what came.
          schedule: {triggers: [{type: webhook, source: {{_namespace}}, secretRef: alert-webhook, filter: payload.status == firing, debounce: 1s}]}
          model: {tier: fast}
          skills: [{name: respond, source: "configmap://skill-respond"}]
          guardrails: {autonomy: observe}
          environmentRef: local
        """);
}
