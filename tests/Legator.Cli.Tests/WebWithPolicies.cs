using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core;
using Legator.Core.Resources.UserPolicies;
using Legator.LocalCluster;

namespace Legator.Cli.Tests;

/// <summary>A started API over a cluster of its own where the chat bot is an operator for agents named shop-*, and the visitor a viewer of everything.</summary>
public sealed class WebWithPolicies : StartedWeb
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-policies-");
    private LocalClusterHost? _host;

    /// <summary>Runs the executable as one of the callers.</summary>
    internal Task<CommandLineRun> LegatorAsync(string token, params string[] arguments) => CommandLineRun.OfAsync(
        new Dictionary<string, string> { ["LEGATOR_API_URL"] = Url.ToString(), ["LEGATOR_TOKEN"] = token },
        [.. arguments, "-n", Namespace]);

    protected override async Task<string> KubeconfigAsync()
    {
        _host = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = _folder.FullName }, CancellationToken.None);
        return _host.KubeconfigPath;
    }

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await PolicyAsync("shop", """{subjects: [{claim: sub, value: "token:chatops"}], role: operator, scope: {agents: ["shop-*"]}}""");
        await PolicyAsync("visitors", """{subjects: [{claim: sub, value: "token:visitor"}], role: viewer}""");
    }

    protected override async ValueTask StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task PolicyAsync(string name, string spec)
    {
        var policies = Cluster<UserPolicy>();
        var created = await policies.CreateAsync(Yaml.Deserialize<UserPolicy>($"{{apiVersion: legator.io/v1alpha1, kind: UserPolicy, metadata: {{name: {name}}}, spec: {spec}}}")!, CancellationToken.None);
        await policies.PatchStatusAsync(null, name, new JsonObject { ["status"] = new JsonObject { ["ready"] = true, ["observedGeneration"] = created.Metadata.Generation } }, CancellationToken.None);
        await Eventually.IsTrueAsync($"the web has seen UserPolicy {name}", () => Get<Informer<UserPolicy>>().All.Any(policy => policy.Metadata.Name == name && policy.Status?.Ready == true));
    }
}
