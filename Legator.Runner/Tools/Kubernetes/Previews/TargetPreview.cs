using System.Text.Json.Nodes;
using Legator.Core.Approvals;
using Legator.Runner.Tools.Kubernetes.Manifests;

namespace Legator.Runner.Tools.Kubernetes.Previews;

/// <summary>Asks the API server what a change would do, as the previewer and in a dry run: it runs defaults and admission, and stores nothing.</summary>
internal static class TargetPreview
{
    /// <param name="target">What the call is about, as the agent sees it.</param>
    /// <param name="rehearse">The change, made as somebody else; answers the object afterwards, or null where it is gone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ActionPreview> OfAsync(KubernetesObject target, Func<KubernetesObject, CancellationToken, Task<JsonObject?>> rehearse, CancellationToken cancellationToken)
    {
        var before = await target.GetAsync(cancellationToken);
        var dependents = before is null ? [] : await Dependents.OfAsync(target, before, cancellationToken);
        if (target.Access.Previewer is not { } previewer)
        {
            return ActionPreview.None("Nobody is set who may do dry runs in this cluster (Runner:Previewer).") with { Dependents = dependents };
        }

        var after = await rehearse(target with { Access = target.Access with { Call = previewer with { DryRun = true } } }, cancellationToken);
        return new ActionPreview(Words(target, before, after)) { Dependents = dependents };
    }

    private static string Words(KubernetesObject target, JsonObject? before, JsonObject? after) => (before, after) switch
    {
        (null, null) => $"There is no {target.Phrase}.",
        (null, { } made) => $"{target.Phrase} would be created:\n{ObjectText.Write(made)}",
        (_, null) => $"{target.Phrase} would be deleted.",
        var (was, becomes) => ObjectDifference.Of(was, becomes) is { Count: > 0 } lines ? $"{target.Phrase} would change:\n{string.Join('\n', lines)}" : $"{target.Phrase} would not change.",
    };
}
