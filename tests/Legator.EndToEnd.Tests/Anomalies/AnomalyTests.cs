using System.Net.Http.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.NoticeReceivers;

namespace Legator.EndToEnd.Tests.Anomalies;

/// <summary>The started product tells of an agent that runs far more often than it did, with tools and at places that are new to it: by events, a metric, the API, and to people.</summary>
public sealed class AnomalyTests
{
    [Fact]
    public async Task AgentThatChangesItsWays_IsToldOf()
    {
        await using var hook = await HttpReceiver.StartAsync();
        await using var product = new EmbeddedProduct { Settings = new Dictionary<string, string> { ["Notifications__InternalHosts__0"] = "127.0.0.1", ["Notifications__PlainHosts__0"] = "127.0.0.1" } };
        await product.StartAsync();
        await Kubectl.ApplyAsync(product.Kubeconfig, Manifests(hook.Address));
        await Eventually.IsTrueAsync("the agent is known", async () => (await product.Api.GetAsync(new Uri(product.Url + ApiPaths.Agent("steady")))).IsSuccessStatusCode);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await RunAsync(product, "look");
        }

        (await AnomaliesAsync(product)).ShouldBeEmpty();
        var wide = await RunAsync(product, "look everywhere");
        var found = await Eventually.BecomesAsync("anomalies of all kinds but one", () => AnomaliesAsync(product), all => all.Count == 3);
        found.Select(item => (item.SourceRun, item.Summary)).OrderBy(item => item.Summary, StringComparer.Ordinal).ShouldBe(
            [
                (wide, "frequency-spike: 4 runs within 60 minutes, where 0 are usual."),
                (wide, "target-drift: The run was where the last 3 runs never were: configmaps -n agents, https://elsewhere.example.com."),
                (wide, "tool-drift: The run used tools of a kind that the last 3 runs never used: http."),
            ]);
        var events = await Kubectl.RunAsync(product.Kubeconfig, "get", "agentevents", "-n", "agents", "-l", "legator.io/event-type=anomaly,legator.io/source-agent=steady", "-o", "name");
        events.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        var metrics = await product.Api.GetStringAsync(new Uri(product.Url + "/metrics"));
        metrics.Split('\n').Where(line => line.StartsWith("legator_anomalies_total{", StringComparison.Ordinal) && line.Contains("agent=\"steady\"", StringComparison.Ordinal)).Count().ShouldBe(3);
        await Eventually.IsTrueAsync("people are told", () => hook.Posts.Select(post => (string)post.Json["title"]!).Distinct().Count() == 3, TimeSpan.FromSeconds(60));
        hook.Posts.Select(post => ((string)post.Json["kind"]!, (string)post.Json["run"]!)).Distinct().ShouldBe([("run-unusual", wide)]);
        (await Kubectl.RunAsync(product.Kubeconfig, "get", "events", "-n", "agents", "-o", "jsonpath={.items[*].reason}")).ShouldContain("Anomaly");
    }

    private static async Task<IReadOnlyList<AnomalyItem>> AnomaliesAsync(EmbeddedProduct product) => (await product.GetAsync<AnomalyList>($"{ApiPaths.Anomalies}?agent=steady")).Anomalies;

    private static async Task<string> RunAsync(EmbeddedProduct product, string task)
    {
        using var answer = await product.Api.PostAsJsonAsync(new Uri(product.Url + ApiPaths.AgentRun("steady")), new RunRequest(task), LegatorJson.Options);
        var run = (await answer.Content.ReadFromJsonAsync<RunAccepted>(LegatorJson.Options))!.Run;
        await Eventually.BecomesAsync("the run ends", () => product.RunsAsync("&agent=steady"), all => all.Any(it => it.Name == run && it.CompletedAt is not null), TimeSpan.FromSeconds(60));
        return run;
    }

    private static string Manifests(Uri hook) => $$$"""
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: told, namespace: agents}
        spec:
          channels:
            audit: {type: webhook, target: "{{{hook}}}"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: looking, namespace: agents}
        data:
          SKILL.md: "---\nname: looking\ndescription: looks\n---\nLook.\n"
          actions.yaml: |
            actions:
              - {id: look, description: Looks., tool: kubectl.get, targetPattern: "*", tier: read}
          rehearsal.yaml: |
            turns:
              - call: {tool: kubectl.get, arguments: {resource: pods, namespace: agents}}
              - when: {task: "*everywhere*"}
                call:
                  - {tool: kubectl.get, arguments: {resource: configmaps, namespace: agents}}
                  - {tool: http.get, arguments: {url: "https://elsewhere.example.com/"}, expect: {verdict: deny}}
              - report: All is well.
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: steady, namespace: agents}
        spec:
          description: Looks
          schedule: {triggers: [{type: webhook, source: never}]}
          model: {tier: fast}
          skills: [{name: looking, source: configmap://looking}]
          guardrails: {autonomy: observe}
          observability:
            anomalies: {frequencyWindow: 1h, frequencyThreshold: 3, driftMinSamples: 3}
          reporting: {onAnomaly: notify}
          environmentRef: told
        """;
}
