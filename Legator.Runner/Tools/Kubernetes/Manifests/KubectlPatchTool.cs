using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>Changes single fields of one object.</summary>
internal sealed class KubectlPatchTool(KubernetesResolver resolver) : Tool<KubectlPatchArguments>
{
    public override string Name => "kubectl.patch";

    public override string Description => "Changes single fields of one Kubernetes object, and says which have changed.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlPatchArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var target = await resolver.ResolveOneAsync(arguments.Resource, arguments.Name, arguments.Namespace, scope, cancellationToken);
        var type = arguments.Type ?? (IsBuiltIn(target) ? PatchType.Strategic : PatchType.Merge);
        var patch = Read(arguments.Patch, type);
        var asked = new JsonObject { ["patch"] = patch.ToJsonString(LegatorJson.Options), ["type"] = type.ToString().ToLowerInvariant() };
        var actions = KubernetesActions.Of(Name, target, scope, asked);
        return ClusterAnswers.On(
            target,
            actions,
            (_, token) => PatchAsync(target, patch, type, token),
            (_, token) => ReconcileAsync(target, patch, type, token),
            async (previewer, token) => await SendAsync(previewer, patch, type, previewer.Call, token));
    }

    private static JsonNode Read(string text, PatchType type) =>
        ManifestText.Read(text, "patch") is not [var patch] ? throw ManifestText.Unreadable("patch", "it is not one document")
        : type == PatchType.Json ? patch as JsonArray ?? throw ManifestText.Unreadable("patch", "one of type json is a list of operations")
        : patch as JsonObject ?? throw ManifestText.Unreadable("patch", $"one of type {type.ToString().ToLowerInvariant()} is an object");

    private static async Task<ToolOutput> PatchAsync(KubernetesObject target, JsonNode patch, PatchType type, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before)
        {
            return target.Missing;
        }

        var lines = ObjectDifference.Of(before, await SendAsync(target, patch, type, target.Call, cancellationToken));
        return ToolOutput.Done(lines.Count == 0 ? $"{target.Phrase} was like this already." : $"Patched {target.Phrase}:\n{string.Join('\n', lines)}");
    }

    private static Task<JsonObject> SendAsync(KubernetesObject target, JsonNode patch, PatchType type, ClusterCall call, CancellationToken cancellationToken)
    {
        if (patch is JsonArray operations)
        {
            var sent = (JsonArray)operations.DeepClone();
            if (target.Observed is { } version)
            {
                sent.Insert(0, new JsonObject { ["op"] = "test", ["path"] = "/metadata/resourceVersion", ["value"] = version });
            }

            return target.Client.PatchAsync(target.Resource, target.Namespace, target.Name!, sent, cancellationToken, PatchKind.Json, call: call, fieldManager: target.Access.Manager);
        }

        return (target with { Access = target.Access with { Call = call } }).MergeAsync((JsonObject)patch, cancellationToken, type == PatchType.Strategic ? PatchKind.Strategic : PatchKind.Merge);
    }

    /// <summary>An object that a rehearsal would not change is as it was meant to be. An operation on a list may change it once more, so a change there tells nothing.</summary>
    private static async Task<Reconciliation> ReconcileAsync(KubernetesObject target, JsonNode patch, PatchType type, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } live)
        {
            return new(InterruptedOutcome.NotExecuted, $"There is no {target.Phrase}.");
        }

        if (patch is JsonArray operations && PlainOperations.AreDone(operations, live) is { } done)
        {
            return Told(target, done);
        }

        try
        {
            var after = await SendAsync(target, patch, type, target.Call with { DryRun = true }, cancellationToken);
            var isSame = ObjectDifference.Of(live, after).Count == 0;
            return type == PatchType.Json && !isSame ? new(InterruptedOutcome.Unknown, $"{target.Phrase} would be changed by the patch, perhaps once more.") : Told(target, isSame);
        }
        catch (ClusterException exception) when (exception.IsInvalid || exception.IsConflict)
        {
            return new(InterruptedOutcome.Unknown, $"{target.Phrase} does not take the patch (any more): {exception.Message}");
        }
    }

    private static Reconciliation Told(KubernetesObject target, bool isDone) => isDone
        ? new(InterruptedOutcome.Executed, $"{target.Phrase} is as the patch makes it.")
        : new(InterruptedOutcome.NotExecuted, $"{target.Phrase} is not as the patch makes it.");

    private static bool IsBuiltIn(KubernetesObject target) =>
        !target.Kind.Group.Contains('.', StringComparison.Ordinal) || target.Kind.Group.EndsWith(".k8s.io", StringComparison.Ordinal);
}
