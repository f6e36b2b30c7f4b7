using Legator.Core.Api;
using Legator.EndToEnd.Tests.Product;
using Legator.Tests.VaultStandIn;

namespace Legator.EndToEnd.Tests.Vault;

/// <summary>People apply an environment before its Secrets: the started product says what is missing, and goes on as soon as it is there.</summary>
public sealed class LateSecretTests : IAsyncLifetime
{
    private readonly EmbeddedProduct _product = new() { Settings = new Dictionary<string, string> { ["Operator__ConnectivityInterval"] = "1.00:00:00" } };
    private VaultServer _vault = null!;

    public async ValueTask InitializeAsync()
    {
        _vault = await VaultServer.StartAsync(tls: true);
        await _product.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _vault.DisposeAsync();
    }

    [Fact]
    public async Task Secret_ThatComesLast_LetsTheNextRunGo_AndVaultBeAskedAgain()
    {
        await Kubectl.ApplyAsync(_product.Kubeconfig, Manifests(_vault));
        await BecomesAsync("legatoragent/late", "Ready", said => said.StartsWith("False EnvironmentNotReady", StringComparison.Ordinal) && said.Contains("spec.vault.tokenSecretRef: there is no Secret 'late-vault' in namespace 'agents': create it", StringComparison.Ordinal));
        (await RunAsync("too-early")).Message!.ShouldContain("there is no Secret 'late-vault'");

        await Kubectl.ApplyAsync(_product.Kubeconfig, Secret("refused"));
        (await RunAsync("in-time")).Phase.ShouldBe("Succeeded");
        await BecomesAsync("lenv/late", "Ready", said => said.StartsWith("True EnvironmentUsable", StringComparison.Ordinal));
        await BecomesAsync("lenv/late", "VaultReady", said => said == $"False VaultAuthRefused: Vault at {_vault.Address} refuses the token of Secret 'late-vault': spec.credentials shop cannot be had.");

        await Kubectl.ApplyAsync(_product.Kubeconfig, Secret(_vault.Agent.Id));
        await Kubectl.RunAsync(_product.Kubeconfig, "patch", "lenv", "late", "-n", "agents", "--type=merge", "-p", """{"spec":{"description":"looked at again"}}""");
        await BecomesAsync("lenv/late", "VaultReady", said => said == $"True VaultUsable: Vault at {_vault.Address} answers.");
    }

    private Task<string> BecomesAsync(string name, string type, Func<string, bool> fits) => Eventually.BecomesAsync(
        $"condition {type} of {name}",
        () => Kubectl.RunAsync(_product.Kubeconfig, "get", name, "-n", "agents", "-o", $$"""jsonpath={range .status.conditions[?(@.type=="{{type}}")]}{.status} {.reason}: {.message}{end}"""),
        fits,
        TimeSpan.FromSeconds(60));

    private async Task<RunSummary> RunAsync(string nonce)
    {
        var before = (await _product.RunsAsync("&agent=late")).Select(run => run.Name).ToHashSet();
        await Kubectl.RunAsync(_product.Kubeconfig, "annotate", "legatoragent", "late", "-n", "agents", $"legator.io/run-now={nonce}");
        return (await Eventually.BecomesAsync($"run {nonce} ends", async () => (await _product.RunsAsync("&agent=late")).FirstOrDefault(run => !before.Contains(run.Name) && run.CompletedAt is not null), run => run is not null, TimeSpan.FromSeconds(60)))!;
    }

    private static string Secret(string token) => $"apiVersion: v1\nkind: Secret\nmetadata: {{name: late-vault, namespace: agents}}\nstringData: {{token: \"{token}\"}}\n";

    private static string Manifests(VaultServer vault) => $$$"""
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: late, namespace: agents}
        spec:
          vault:
            address: {{{vault.Address}}}
            authMethod: token
            tokenSecretRef: late-vault
            caBundle: "{{{vault.Authority!.ReplaceLineEndings("\\n")}}}"
          credentials:
            shop: {type: vault-kv, vault: {mount: secret, path: apps/shop, as: api-key}}
        ---
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: late, namespace: agents}
        spec:
          description: Looks around.
          schedule: {}
          model: {tier: fast}
          skills: [{name: hello-world, source: bundled}]
          guardrails: {autonomy: observe}
          environmentRef: late
        """;
}
