using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Deletes one object by name.</summary>
internal sealed class KubectlDeleteTool(KubernetesResolver resolver) : Tool<KubectlDeleteArguments>
{
    public override string Name => "kubectl.delete";

    public override string Description => "Deletes one Kubernetes object by name. What holds data is never deleted.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlDeleteArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        return ClusterAnswers.On(target, KubernetesActions.Of(Name, target, scope), (_, token) => DeleteAsync(target, token), (at, token) => ReconcileAsync(target, at, token), RehearseAsync, async token => Inverse.OfDeletion(target, await target.GetAsync(token)));
    }

    private static async Task<ToolOutput> DeleteAsync(KubernetesObject target, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return target.Missing;
        }

        // Somebody may put another object in its place between the look and the deletion.
        var same = new Preconditions(ObjectFields.Text(found, "metadata", "uid") is { Length: > 0 } uid ? uid : null, target.Observed);
        return await target.Client.DeleteAsync(target.Resource, target.Namespace, target.Name!, cancellationToken, same, target.Call)
            ? ToolOutput.Done($"Deleted {target.Phrase}.")
            : target.Missing;
    }

    private static async Task<JsonObject?> RehearseAsync(KubernetesObject previewer, CancellationToken cancellationToken)
    {
        await previewer.Client.DeleteAsync(previewer.Resource, previewer.Namespace, previewer.Name!, cancellationToken, call: previewer.Call);
        return null;
    }

    private static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var found = await target.GetAsync(cancellationToken);
        if (found is null)
        {
            return new(InterruptedOutcome.Executed, $"There is no {target.Phrase} any more.");
        }

        if (ObjectFields.At(found, "metadata", "deletionTimestamp") is not null)
        {
            return new(InterruptedOutcome.Executed, $"{target.Phrase} is being deleted.");
        }

        // Creation times have no fractions of a second.
        var created = ObjectAge.Read(ObjectFields.At(found, "metadata", "creationTimestamp"));
        return created > intendedAt ? new(InterruptedOutcome.Executed, $"{target.Phrase} was made anew since, so the former one is gone.")
            : created is null || created > intendedAt.AddSeconds(-1) ? new(InterruptedOutcome.Unknown, $"{target.Phrase} was made in the very second of the deletion, so nothing shows whether it is the former one.")
            : new(InterruptedOutcome.NotExecuted, $"{target.Phrase} is still the one from before.");
    }
}
