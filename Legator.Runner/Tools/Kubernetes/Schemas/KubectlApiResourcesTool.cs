using System.Text.Json.Nodes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Schemas;

/// <summary>Lists the kinds that the cluster serves.</summary>
internal sealed class KubectlApiResourcesTool : Tool<KubectlApiResourcesArguments>
{
    private const int MostLines = 400;
    private const int MostBytes = 24 * 1024;

    public override string Name => "kubectl.api-resources";

    public override string Description => "Lists the kinds that the cluster serves, with their short names and API versions.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlApiResourcesArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        await scope.Lookout.SeeAsync("cluster", async () => await KubernetesResolver.OpenAsync(scope, cancellationToken) is not null);
        var access = await KubernetesResolver.OpenAsync(scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, new JsonObject { ["apiGroup"] = arguments.ApiGroup, ["namespaced"] = arguments.Namespaced }, [], scope);
        return ClusterAnswers.Of(access.Identity, actions, async (_, token) =>
        {
            var kinds = (await access.Client.ResourcesAsync(token))
                .Where(k => arguments.ApiGroup is null || k.Group.Equals(arguments.ApiGroup, StringComparison.OrdinalIgnoreCase))
                .Where(k => arguments.Namespaced is null || k.Namespaced == arguments.Namespaced)
                .Select(k => $"{k.Plural}  {(k.ShortNames.Count > 0 ? string.Join(',', k.ShortNames) : "-")}  {k.GroupVersion}  {(k.Namespaced ? "namespaced" : "cluster")}  {k.Kind}")
                .ToList();
            return ToolOutput.Done(kinds.Count == 0 ? "The cluster serves no such kinds." : $"NAME  SHORTNAMES  APIVERSION  SCOPE  KIND\n{string.Join('\n', kinds)}") with { MaxLines = MostLines, MaxBytes = MostBytes };
        });
    }
}
