using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

/// <summary>Takes a workload back to an earlier revision that the cluster keeps.</summary>
internal static class RolloutUndo
{
    public static async Task<ToolOutput> ExecuteAsync(KubernetesObject target, int? toRevision, ToolContext context, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return target.Missing;
        }

        var (wanted, problem) = await FindAsync(target, found, toRevision, cancellationToken);
        if (wanted is null)
        {
            return ToolOutput.Failed(problem);
        }

        await SendAsync(target, found, wanted, RolloutMarks.Now(context.Time), context.Scope.Run.ToString(), cancellationToken);
        return ToolOutput.Done($"Took {target.Phrase} back to revision {wanted.Number} ({wanted.Images}).");
    }

    /// <summary>The same as somebody else, in a dry run.</summary>
    public static async Task<JsonObject?> RehearseAsync(KubernetesObject previewer, int? toRevision, CancellationToken cancellationToken)
    {
        if (await previewer.GetAsync(cancellationToken) is not { } found)
        {
            return null;
        }

        var (wanted, problem) = await FindAsync(previewer, found, toRevision, cancellationToken);
        return wanted is null ? throw new ClusterException(404, "NotFound", problem) : await SendAsync(previewer, found, wanted, "(now)", "(this run)", cancellationToken);
    }

    /// <summary>Back to the revision that is the present one.</summary>
    public static async Task<ActionRollback> InverseAsync(KubernetesObject target, int? toRevision, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return ActionRollback.None($"There was no {target.Phrase}.");
        }

        var revisions = await RolloutHistory.RevisionsAsync(target, found, cancellationToken);
        var (wanted, problem) = Find(target, found, revisions, toRevision);
        if (wanted is null || revisions is not [.., var present] || present == wanted)
        {
            return ActionRollback.None(wanted is null ? problem : $"{target.Phrase} had this revision already, so there is nothing to take back.");
        }

        var arguments = ObjectInverse.Arguments(target, new JsonObject { ["action"] = "undo", ["toRevision"] = present.Number });
        var containers = ObjectFields.Items(wanted.Template ?? ObjectFields.At(wanted.Patch, "spec", "template"), "spec", "containers");
        var fields = ObjectInverse.Fields(found, [.. containers.Select((c, i) => ($"/spec/template/spec/containers/{i}/image", c["image"]))]);
        return ActionRollback.By(new RollbackStep("kubectl.rollout", arguments, $"Take {target.Phrase} back to revision {present.Number} ({present.Images})") { Fields = fields });
    }

    public static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, RunKey run, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var annotations = ObjectFields.At(await target.GetAsync(cancellationToken), "metadata", "annotations");
        return RolloutMarks.Read(target.Phrase, annotations, (RolloutMarks.UndoneAt, RolloutMarks.UndoneBy), "taken back", run, intendedAt);
    }

    private static async Task<(RolloutRevision? Wanted, string Problem)> FindAsync(KubernetesObject target, JsonObject found, int? toRevision, CancellationToken cancellationToken) =>
        Find(target, found, await RolloutHistory.RevisionsAsync(target, found, cancellationToken), toRevision);

    private static (RolloutRevision? Wanted, string Problem) Find(KubernetesObject target, JsonObject found, IReadOnlyList<RolloutRevision> revisions, int? toRevision)
    {
        var wanted = toRevision is { } number ? revisions.FirstOrDefault(r => r.Number == number) : revisions.Count > 1 ? revisions[^2] : null;
        if (wanted is null)
        {
            var known = revisions.Count == 0 ? "none" : string.Join(", ", revisions.Select(r => r.Number));
            return (null, $"{target.Phrase} has no {(toRevision is null ? "revision before its last one" : $"revision {toRevision}")}; kept are {known}.");
        }

        return ObjectFields.Text(found, "spec", "paused") == "true" ? (null, $"{target.Phrase} is paused: resume it before an undo.") : (wanted, "");
    }

    private static Task<JsonObject> SendAsync(KubernetesObject target, JsonObject found, RolloutRevision wanted, string at, string by, CancellationToken cancellationToken)
    {
        var marks = new JsonObject { [RolloutMarks.UndoneAt] = at, [RolloutMarks.UndoneBy] = by };
        return wanted.Template is { } template
            ? ReplaceTemplateAsync(target, found, template, marks, cancellationToken)
            : target.MergeAsync(Marked(wanted.Patch!, marks), cancellationToken, PatchKind.Strategic);
    }

    /// <summary>The template as a whole, since a merge would keep what the later revision added.</summary>
    private static Task<JsonObject> ReplaceTemplateAsync(KubernetesObject target, JsonObject found, JsonObject template, JsonObject marks, CancellationToken cancellationToken)
    {
        var earlier = (JsonObject)template.DeepClone();
        (ObjectFields.At(earlier, "metadata", "labels") as JsonObject)?.Remove("pod-template-hash");
        var version = target.Observed ?? ObjectFields.Text(found, "metadata", "resourceVersion");
        var operations = new JsonArray((JsonNode)new JsonObject { ["op"] = "test", ["path"] = "/metadata/resourceVersion", ["value"] = version });
        operations.Add((JsonNode)new JsonObject { ["op"] = "replace", ["path"] = "/spec/template", ["value"] = earlier });
        var annotations = ObjectFields.At(found, "metadata", "annotations")?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in marks)
        {
            annotations[name] = value?.DeepClone();
        }

        operations.Add((JsonNode)new JsonObject { ["op"] = "add", ["path"] = "/metadata/annotations", ["value"] = annotations });
        return target.Client.PatchAsync(target.Resource, target.Namespace, target.Name!, operations, cancellationToken, PatchKind.Json, call: target.Call, fieldManager: target.Access.Manager);
    }

    private static JsonObject Marked(JsonObject patch, JsonObject marks)
    {
        var marked = (JsonObject)patch.DeepClone();
        marked["metadata"] = new JsonObject { ["annotations"] = marks };
        return marked;
    }
}
