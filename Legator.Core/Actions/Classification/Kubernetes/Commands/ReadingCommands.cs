using Legator.Core.Actions.Classification.Kubernetes.Contents;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Commands that look at things.</summary>
internal static class ReadingCommands
{
    public static IReadOnlyList<ProposedAction> Get(KubectlCall call)
    {
        if (call.Has("subresource") && !call.Values("subresource").All(s => s is "" or "status" or "scale" or "resize"))
        {
            call.Doubt ??= "asks for a subresource that is not known";
        }

        return call.Has("raw") && call.Values("raw").Any(v => v != "") ? RawPath.Judge(call, "get") : Look(call, "get");
    }

    public static IReadOnlyList<ProposedAction> Describe(KubectlCall call) => Look(call, "describe");

    public static IReadOnlyList<ProposedAction> Wait(KubectlCall call) => Look(call, "wait");

    public static IReadOnlyList<ProposedAction> RolloutStatus(KubectlCall call) => Look(call, "rollout-status");

    public static IReadOnlyList<ProposedAction> RolloutHistory(KubectlCall call) => Look(call, "rollout-history");

    public static IReadOnlyList<ProposedAction> ViewLastApplied(KubectlCall call) => Look(call, "view-last-applied");

    /// <summary>The API server rehearses the manifest, so each of its objects is looked at and none is changed.</summary>
    public static IReadOnlyList<ProposedAction> Diff(KubectlCall call) =>
        call.Manifest is { } manifest ? [.. ManifestJudge.Judge(manifest, "diff", call).Select(Rehearsal.Of)] : Look(call, "diff");

    /// <summary>Pods are meant unless the first operand says otherwise; the second is a container.</summary>
    public static IReadOnlyList<ProposedAction> Logs(KubectlCall call)
    {
        var first = call.Operands.Count > 0 ? call.Operands[0] : null;
        return call.Operands.Count == 0 || first is null || !first.Contains('/')
            ? OnPods(call, "logs", first)
            : ResourceOperands.Actions(call, "logs", [first]);
    }

    public static IReadOnlyList<ProposedAction> TopPod(KubectlCall call) =>
        OnPods(call, "top", call.Operands.Count > 0 ? call.Operands[0] : null);

    public static IReadOnlyList<ProposedAction> TopNode(KubectlCall call) =>
        [ResourceOperands.Action(call, "top", new ResourceTarget(KubernetesKinds.Find("nodes")!, call.Operands.Count > 0 ? call.Operands[0] : null, false))];

    public static IReadOnlyList<ProposedAction> Events(KubectlCall call) =>
        [ResourceOperands.Action(call, "events", new ResourceTarget(KubernetesKinds.Find("events")!, null, false))];

    /// <summary>Asks the cluster, or kubectl, about itself.</summary>
    public static IReadOnlyList<ProposedAction> Ask(KubectlCall call) => [ClusterAction.Of(call.Command.Path.Replace(' ', '-'), RiskTier.Read)];

    public static IReadOnlyList<ProposedAction> Help(KubectlCall call) => [ClusterAction.Of("help", RiskTier.Read)];

    public static IReadOnlyList<ProposedAction> Dump(KubectlCall call) =>
        call.Values("output-directory").All(d => d is "" or "-")
            ? [ClusterAction.Of("cluster-info-dump", RiskTier.Read)]
            : [ClusterAction.Of("cluster-info-dump", RiskTier.DestructiveMutation, "writes files")];

    public static IReadOnlyList<ProposedAction> ConfigView(KubectlCall call) =>
        call.IsOn("raw") || call.IsOn("flatten")
            ? [ClusterAction.Refused("config-view", RiskTier.DestructiveMutation, "It would show the credentials that kubectl works with.")]
            : Ask(call);

    /// <summary>Builds manifests from a folder; what its options can run or fetch is more than that.</summary>
    public static IReadOnlyList<ProposedAction> Kustomize(KubectlCall call)
    {
        var runs = call.IsOn("enable-helm") || call.IsOn("enable-alpha-plugins") || call.IsOn("network") || call.Has("helm-command") || call.Has("mount") || call.Has("env") || call.Has("load-restrictor");
        var local = call.Operands.All(LocalFiles.IsLocal);
        return !runs && local && !call.Has("output")
            ? Ask(call)
            : [ClusterAction.Of("kustomize", RiskTier.DestructiveMutation, runs ? "runs programs of the folder" : local ? "writes files" : "fetches what it builds from elsewhere")];
    }

    private static List<ProposedAction> OnPods(KubectlCall call, string verb, string? name) =>
        [ResourceOperands.Action(call, verb, new ResourceTarget(KubernetesKinds.Find("pods")!, name, false))];

    private static IReadOnlyList<ProposedAction> Look(KubectlCall call, string verb)
    {
        var actions = ResourceOperands.Actions(call, verb, call.Operands);
        for (var i = 0; i < actions.Count; i++)
        {
            // It may be a Secret.
            actions[i] = actions[i].Target.Text.StartsWith("*/", StringComparison.Ordinal) ? actions[i] with { Guarded = true } : actions[i];
        }

        return actions.Count > 0 ? actions : [ClusterAction.Of(verb, RiskTier.Read)];
    }
}
