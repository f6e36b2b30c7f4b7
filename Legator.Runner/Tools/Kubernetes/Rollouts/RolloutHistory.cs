using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>Finds the earlier states of a workload: the replica sets of a deployment, the controller revisions of the others.</summary>
internal static class RolloutHistory
{
    private const string RevisionMark = "deployment.kubernetes.io/revision";
    private const string Cause = "kubernetes.io/change-cause";

    /// <summary>The history as a table, the newest last.</summary>
    public static async Task<ToolOutput> ReadAsync(KubernetesObject target, ToolContext context, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return target.Missing;
        }

        var revisions = await RevisionsAsync(target, found, cancellationToken);
        var rows = revisions.Select(r => $"{r.Number}  {ObjectAge.Of(r.CreatedAt, context.Time.GetUtcNow())} ago  {r.Images}{(r.Cause.Length > 0 ? $"  {r.Cause}" : "")}");
        return ToolOutput.Done(revisions.Count == 0 ? $"The cluster keeps no revisions of {target.Phrase}." : $"Revisions of {target.Phrase} (number, made, images, cause):\n{string.Join('\n', rows)}");
    }

    /// <summary>All revisions, in order.</summary>
    public static async Task<IReadOnlyList<RolloutRevision>> RevisionsAsync(KubernetesObject target, JsonObject workload, CancellationToken cancellationToken)
    {
        var deployment = target.Kind is { Plural: "deployments" };
        if (await target.Client.ResolveAsync(deployment ? "replicasets.apps" : "controllerrevisions.apps", cancellationToken) is not { } kind)
        {
            return [];
        }

        var query = new ListQuery { LabelSelector = Selector(workload), Limit = 500 };
        var kept = await target.Client.ListAsync(kind, target.Namespace, query, cancellationToken, target.Call);
        var uid = ObjectFields.Text(workload, "metadata", "uid");
        return [.. kept.Items.Where(r => ObjectFields.Items(r, "metadata", "ownerReferences").Any(o => ObjectFields.Text(o, "uid") == uid)).Select(r => deployment ? OfReplicaSet(r) : OfRevision(r)).Where(r => r.Number > 0).OrderBy(r => r.Number)];
    }

    private static RolloutRevision OfReplicaSet(JsonObject set) => new(
        long.TryParse(ObjectFields.Text(ObjectFields.At(set, "metadata", "annotations"), RevisionMark), CultureInfo.InvariantCulture, out var number) ? number : 0,
        ObjectFields.Text(ObjectFields.At(set, "metadata", "annotations"), Cause),
        ObjectFields.At(set, "metadata", "creationTimestamp"),
        ObjectFields.At(set, "spec", "template") as JsonObject,
        null);

    private static RolloutRevision OfRevision(JsonObject revision) => new(
        ObjectFields.Number(revision, "revision"),
        ObjectFields.Text(ObjectFields.At(revision, "metadata", "annotations"), Cause),
        ObjectFields.At(revision, "metadata", "creationTimestamp"),
        null,
        ObjectFields.At(revision, "data") as JsonObject);

    private static string Selector(JsonObject workload) =>
        string.Join(',', (ObjectFields.At(workload, "spec", "selector", "matchLabels") as JsonObject ?? []).Select(l => $"{l.Key}={l.Value}"));
}
