using Legator.Backends.Kubernetes;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Says what an apply would change, by a rehearsal that the API server itself does.</summary>
internal sealed class KubectlDiffTool(KubernetesResolver resolver) : Tool<KubectlApplyArguments>
{
    public override string Name => "kubectl.diff";

    public override string Description => "Says field by field what kubectl.apply of a manifest would change, without changing anything. Values of Secrets are never shown.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlApplyArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var force = arguments.ForceConflicts == true;
        var manifest = await Manifest.ReadAsync(arguments.Manifest, arguments.Namespace, resolver, scope, cancellationToken);
        var actions = manifest.Classify(Name, force, scope);
        return ClusterAnswers.Of(manifest.Objects[0].Target.Access.Identity, actions, (_, token) => CompareAsync(manifest, force, token));
    }

    private static async Task<ToolOutput> CompareAsync(Manifest manifest, bool force, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        var refused = 0;
        foreach (var item in manifest.Objects)
        {
            try
            {
                parts.Add(await CompareAsync(item, force, cancellationToken));
            }
            catch (ClusterException exception) when (exception.Code is > 0 and < 500)
            {
                refused++;
                parts.Add(ApplyConflict.Explain(exception, item.Target.Phrase) ?? $"{item.Target.Phrase} would be refused. {ClusterAnswers.Explain(exception, item.Target.Access.Identity)}");
            }
        }

        var text = string.Join('\n', parts);
        return refused == manifest.Objects.Count ? ToolOutput.Failed(text) : ToolOutput.Done(text);
    }

    private static async Task<string> CompareAsync(ManifestObject item, bool force, CancellationToken cancellationToken)
    {
        var live = await item.Target.GetAsync(cancellationToken);
        var after = await item.ApplyAsync(force, rehearse: true, cancellationToken);
        if (live is null)
        {
            return $"{item.Target.Phrase} would be created:\n{ObjectText.Write(after)}";
        }

        var lines = ObjectDifference.Of(live, after);
        return lines.Count == 0 ? $"{item.Target.Phrase} would not change." : $"{item.Target.Phrase} would change:\n{string.Join('\n', lines)}";
    }
}
