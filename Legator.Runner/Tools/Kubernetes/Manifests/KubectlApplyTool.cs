using Legator.Backends.Kubernetes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Server-side apply of one or several objects, one after another.</summary>
internal sealed class KubectlApplyTool(KubernetesResolver resolver) : Tool<KubectlApplyArguments>
{
    public override string Name => "kubectl.apply";

    public override string Description => "Makes objects hold what a manifest says and creates those that are missing (server-side apply). Fields that others manage are left to them.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlApplyArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var force = arguments.ForceConflicts == true;
        var manifest = await Manifest.ReadAsync(arguments.Manifest, arguments.Namespace, resolver, scope, cancellationToken);
        var actions = manifest.Classify(Name, force, scope);
        Task<ToolOutput> Apply(ToolContext context, CancellationToken token) => ApplyAsync(manifest, force, token);
        Task<Reconciliation> Reconcile(DateTimeOffset at, CancellationToken token) => ReconcileAsync(manifest, force, token);
        return manifest.Objects is [var only]
            ? ClusterAnswers.On(only.Target, actions, Apply, Reconcile, async (previewer, token) => await (only with { Target = previewer }).ApplyAsync(force, rehearse: true, token), token => ManifestInverse.OfAsync(manifest, force, token))
            : ClusterAnswers.Of(manifest.Objects[0].Target.Access.Identity, actions, Apply, Reconcile, token => ManifestInverse.OfAsync(manifest, force, token), token => ManifestPreview.OfAsync(manifest, force, token));
    }

    private static async Task<ToolOutput> ApplyAsync(Manifest manifest, bool force, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var item in manifest.Objects)
        {
            try
            {
                lines.Add(await ApplyAsync(item, force, cancellationToken));
            }
            catch (ClusterException exception) when (exception.Code is > 0 and < 500 || manifest.Objects.Count > 1)
            {
                var inDoubt = exception.Code is not (> 0 and < 500);
                var doubt = inDoubt ? " It may have taken effect all the same." : "";
                lines.Add($"{ApplyConflict.Explain(exception, item.Target.Phrase) ?? $"{item.Target.Phrase}: {ClusterAnswers.Explain(exception, item.Target.Access.Identity)}"}{doubt}");
                return ToolOutput.Failed($"{string.Join('\n', lines)}{Rest(manifest.Objects.Count - lines.Count)}") with { InDoubt = inDoubt };
            }
        }

        return ToolOutput.Done(string.Join('\n', lines));
    }

    private static async Task<string> ApplyAsync(ManifestObject item, bool force, CancellationToken cancellationToken)
    {
        var before = await item.Target.GetAsync(cancellationToken);
        var after = await item.ApplyAsync(force, rehearse: false, cancellationToken);
        return before is null ? $"Created {item.Target.Phrase}."
            : ObjectDifference.Of(before, after).Count == 0 ? $"{item.Target.Phrase} was like this already."
            : $"Changed {item.Target.Phrase}.";
    }

    private static string Rest(int left) => left > 0 ? $"\nThe {left} objects after it were not touched." : "";

    /// <summary>An object that a rehearsal would not change is as it was meant to be.</summary>
    private static async Task<Reconciliation> ReconcileAsync(Manifest manifest, bool force, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var item in manifest.Objects)
        {
            done += await IsAppliedAsync(item, force, cancellationToken) ? 1 : 0;
        }

        return done == manifest.Objects.Count ? new(InterruptedOutcome.Executed, "The cluster holds what the manifest says.")
            : done == 0 ? new(InterruptedOutcome.NotExecuted, "The cluster does not hold what the manifest says.")
            : new(InterruptedOutcome.Unknown, $"The cluster holds what the manifest says of {done} of {manifest.Objects.Count} objects.");
    }

    private static async Task<bool> IsAppliedAsync(ManifestObject item, bool force, CancellationToken cancellationToken)
    {
        try
        {
            return await item.Target.GetAsync(cancellationToken) is { } live
                && ObjectDifference.Of(live, await item.ApplyAsync(force, rehearse: true, cancellationToken)).Count == 0;
        }
        catch (ClusterException exception) when (exception.IsConflict || exception.IsNotFound)
        {
            return false;
        }
    }
}
