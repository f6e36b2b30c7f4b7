using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Runs;
using Legator.Runner.Gate;

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

        var revisions = await RolloutHistory.RevisionsAsync(target, found, cancellationToken);
        var wanted = toRevision is { } number ? revisions.FirstOrDefault(r => r.Number == number) : revisions.Count > 1 ? revisions[^2] : null;
        if (wanted is null)
        {
            var known = revisions.Count == 0 ? "none" : string.Join(", ", revisions.Select(r => r.Number));
            return ToolOutput.Failed($"{target.Phrase} has no {(toRevision is null ? "revision before its last one" : $"revision {toRevision}")}; kept are {known}.");
        }

        if (ObjectFields.Text(found, "spec", "paused") == "true")
        {
            return ToolOutput.Failed($"{target.Phrase} is paused: resume it before an undo.");
        }

        var marks = new JsonObject { [RolloutMarks.UndoneAt] = RolloutMarks.Now(context), [RolloutMarks.UndoneBy] = context.Scope.Run.ToString() };
        await (wanted.Template is { } template
            ? ReplaceTemplateAsync(target, found, template, marks, cancellationToken)
            : target.MergeAsync(Marked(wanted.Patch!, marks), cancellationToken, PatchKind.Strategic));
        return ToolOutput.Done($"Took {target.Phrase} back to revision {wanted.Number} ({wanted.Images}).");
    }

    public static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, RunKey run, DateTimeOffset intendedAt, CancellationToken cancellationToken)
    {
        var annotations = ObjectFields.At(await target.GetAsync(cancellationToken), "metadata", "annotations");
        return RolloutMarks.Read(target.Phrase, annotations, (RolloutMarks.UndoneAt, RolloutMarks.UndoneBy), "taken back", run, intendedAt);
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
