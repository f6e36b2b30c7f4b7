using System.Net;
using System.Text.Json;
using Legator.Core;
using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Undo;

/// <summary>An agent of the started product that changes six things in namespace demo, and a look at them.</summary>
internal sealed class BusyHand(EmbeddedProduct product)
{
    private static readonly string File = Path.Combine(ProductBuild.Root, "tests", "Legator.EndToEnd.Tests", "Undo", "busy-hand.yaml");

    public async Task SettleAsync()
    {
        await Kubectl.RunAsync(product.Kubeconfig, "create", "configmap", "settings", "-n", "demo", "--from-literal=color=blue");
        await Kubectl.RunAsync(product.Kubeconfig, "create", "configmap", "gone", "-n", "demo", "--from-literal=kept=yes");
        await Kubectl.RunAsync(product.Kubeconfig, "apply", "-n", "agents", "-f", File);
    }

    /// <summary>All that the agent touches, in one line; the Deployment's generation counts how often its spec was changed.</summary>
    public async Task<string> WorldAsync() => string.Join(' ',
        await ReadAsync("deployment", "web", "{.spec.replicas}/{.metadata.labels.busy}"),
        await ReadAsync("configmap", "settings", "{.data.color}/{.metadata.annotations.busy}"),
        await ReadAsync("configmap", "made", "{.data.a}"),
        await ReadAsync("configmap", "gone", "{.data.kept}"));

    public async Task<int> GenerationAsync() => int.Parse(await ReadAsync("deployment", "web", "{.metadata.generation}"), System.Globalization.CultureInfo.InvariantCulture);

    public Task<string> RunAsync() => PostAsync(ApiPaths.AgentRun("busy-hand"));

    /// <summary>From now on nothing is done that text from outside may stand behind.</summary>
    public Task DistrustAsync() =>
        Kubectl.RunAsync(product.Kubeconfig, "patch", "legatoragent", "busy-hand", "-n", "agents", "--type=merge", "-p", """{"spec":{"guardrails":{"untrustedInput":"deny"}}}""");

    public Task<string> UndoAsync(string run) => PostAsync(ApiPaths.Undo(run));

    public async Task<RunSummary> EndedAsync(string run) => (await Eventually.BecomesAsync(
        $"{run} ends", async () => (await product.RunsAsync("&agent=busy-hand")).FirstOrDefault(r => r.Name == run), r => r?.CompletedAt is not null, TimeSpan.FromSeconds(90)))!;

    private Task<string> ReadAsync(string kind, string name, string path) =>
        Kubectl.RunAsync(product.Kubeconfig, "get", kind, name, "-n", "demo", "--ignore-not-found", "-o", $"jsonpath={path}");

    private async Task<string> PostAsync(string path)
    {
        using var answer = await product.Api.PostAsync(new Uri(product.Url + path), new StringContent("{}", null, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, text);
        return JsonSerializer.Deserialize<RunAccepted>(text, LegatorJson.Options)!.Run;
    }
}
