using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Legator.Web.Tests.Hosting;

/// <summary>Writes agents and runs as people, Operator and Runner would, and waits until the web has seen them.</summary>
public sealed class SampleObjects(IServiceProvider services, string place)
{
    public Task CreateNamespaceAsync(string? name = null) =>
        Client<Namespace>().CreateAsync(new Namespace { Metadata = new() { Name = name ?? place } }, CancellationToken.None);

    public async Task<LegatorAgent> AgentAsync(string name, bool paused = false, string? cron = "*/5 * * * *", string? inNamespace = null)
    {
        var agent = Yaml.Deserialize<LegatorAgent>($$"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: { name: {{name}}, namespace: {{inNamespace ?? place}} }
            spec:
              description: Looks after the shop and says what it sees.
              emoji: "🛰"
              schedule: { {{(cron is null ? "" : $"cron: \"{cron}\"")}} }
              model: { tier: fast, tokenBudget: 20000 }
              skills: [{ name: shop, source: "configmap://skill-shop" }]
              guardrails: { autonomy: observe, allowedActions: ["kubectl.get *"], deniedActions: ["* secrets*"] }
              environmentRef: shop
              paused: {{(paused ? "true" : "false")}}
            """)!;
        var created = await Client<LegatorAgent>().CreateAsync(agent, CancellationToken.None);
        await SeenAsync<LegatorAgent>(name, _ => true, inNamespace);
        return created;
    }

    public async Task AgentStatusAsync(string name, LegatorAgentStatus status)
    {
        await Client<LegatorAgent>().PatchStatusAsync(place, name, new JsonObject { ["status"] = JsonSerializer.SerializeToNode(status, LegatorJson.Options) }, CancellationToken.None);
        await SeenAsync<LegatorAgent>(name, a => a.Status?.Phase == status.Phase);
    }

    public async Task<RunKey> RunAsync(string name, string agent = "watchman", LegatorRunStatus? status = null, string model = "scripted/shop")
    {
        var run = new LegatorRun
        {
            Metadata = new() { Name = name, Namespace = place, Labels = new Dictionary<string, string> { ["legator.io/agent"] = agent } },
            Spec = new LegatorRunSpec { AgentRef = agent, EnvironmentRef = "shop", Trigger = RunTrigger.Manual, ModelUsed = model, Task = "Look at <b>everything</b>" },
        };
        await Client<LegatorRun>().CreateAsync(run, CancellationToken.None);
        if (status is not null)
        {
            await StatusAsync(name, status);
        }

        await SeenAsync<LegatorRun>(name, r => status is null || r.Status?.Phase == status.Phase);
        return new RunKey(place, name);
    }

    public Task StatusAsync(string name, LegatorRunStatus status) =>
        Client<LegatorRun>().PatchStatusAsync(place, name, new JsonObject { ["status"] = JsonSerializer.SerializeToNode(status, LegatorJson.Options) }, CancellationToken.None);

    private Task SeenAsync<T>(string name, Func<T, bool> fits, string? inNamespace = null)
        where T : class, Legator.Core.Resources.IResource =>
        Eventually.IsTrueAsync(
            $"the web has seen {typeof(T).Name} {name}",
            () => services.GetRequiredService<Informer<T>>().TryGet(inNamespace ?? place, name) is { } value && fits(value));

    private ResourceClient<T> Client<T>()
        where T : class, Legator.Core.Resources.IResource => services.GetRequiredService<ResourceClient<T>>();
}
