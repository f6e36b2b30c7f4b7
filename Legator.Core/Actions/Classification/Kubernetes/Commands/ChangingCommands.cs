using System.Globalization;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Commands that change or remove objects that are there.</summary>
internal static class ChangingCommands
{
    public static IReadOnlyList<ProposedAction> Delete(KubectlCall call)
    {
        if (call.Has("raw"))
        {
            return RawPath.Judge(call, "delete");
        }

        var actions = OnResources(call, "delete");
        var abrupt = call.IsOn("force") || call.IsOn("now") || call.Last("grace-period") is "0" or "1";
        return abrupt ? [.. actions.Select(a => KubernetesClassifier.Raise(a, RiskTier.DestructiveMutation, "does not wait for it to end in order"))] : actions;
    }

    public static IReadOnlyList<ProposedAction> Restart(KubectlCall call) => OnResources(call, "restart");

    public static IReadOnlyList<ProposedAction> Undo(KubectlCall call) => OnResources(call, "undo");

    public static IReadOnlyList<ProposedAction> Pause(KubectlCall call) => OnResources(call, "pause");

    public static IReadOnlyList<ProposedAction> Resume(KubectlCall call) => OnResources(call, "resume");

    public static IReadOnlyList<ProposedAction> Autoscale(KubectlCall call) => OnResources(call, "autoscale");

    public static IReadOnlyList<ProposedAction> Expose(KubectlCall call) =>
        call.Has("overrides") ? Raised(OnResources(call, "expose"), RiskTier.DestructiveMutation, "--overrides can make anything of it") : OnResources(call, "expose");

    public static IReadOnlyList<ProposedAction> Edit(KubectlCall call) => OnResources(call, "edit");

    public static IReadOnlyList<ProposedAction> Approve(KubectlCall call) => OnCertificates(call, "approve");

    public static IReadOnlyList<ProposedAction> Deny(KubectlCall call) => OnCertificates(call, "deny");

    public static IReadOnlyList<ProposedAction> Scale(KubectlCall call)
    {
        var asked = call.Values("replicas").ToList();
        int? replicas = asked.Count == 1 && int.TryParse(asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var targets = ResourceOperands.Read(call, call.Operands);
        return targets.Count == 0 ? [Nothing("scale")] : [.. targets.Select(t => OnFile(ResourceOperands.Action(call, "scale", t, replicas), t))];
    }

    /// <summary>Labels and annotations; what is not <c>key=value</c> or <c>key-</c> names objects.</summary>
    public static IReadOnlyList<ProposedAction> Mark(KubectlCall call)
    {
        var names = call.Operands.TakeWhile(w => w is not null && !IsMark(w)).ToList();
        var isList = call.IsSurelyOn("list") && names.Count == call.Operands.Count;
        var actions = OnResources(call, isList ? "get" : call.Command.Path, names);
        var marks = call.Operands.Skip(names.Count).ToList();
        return isList ? actions
            : marks.FirstOrDefault(m => m is not null && Marks.IsOverData(m)) is { } decisive ? Raised(actions, RiskTier.DataMutation, $"an operator changes data because of {decisive.Split('=')[0].TrimEnd('-')}")
            : marks.FirstOrDefault(Marks.IsWeighty) is { } weighty ? Raised(actions, RiskTier.DestructiveMutation, $"others act on {weighty.Split('=')[0].TrimEnd('-')}")
            : Raised(actions, RiskTier.ServiceMutation, "changes labels or annotations");
    }

    public static IReadOnlyList<ProposedAction> Taint(KubectlCall call)
    {
        var names = call.Operands.TakeWhile(w => w is not null && !IsMark(w) && !w.Contains(':')).ToList();
        var actions = OnResources(call, "taint", names);
        var harmless = call.Operands.Skip(names.Count).All(t => t is not null && (t.EndsWith('-') || t.EndsWith(":NoSchedule", StringComparison.Ordinal) || t.EndsWith(":PreferNoSchedule", StringComparison.Ordinal)));
        return harmless ? actions : Raised(actions, RiskTier.DestructiveMutation, "drives pods away");
    }

    /// <summary><c>set</c> and its commands: they change what a workload runs.</summary>
    public static IReadOnlyList<ProposedAction> Set(KubectlCall call)
    {
        var names = call.Operands.TakeWhile(w => w is not null && !w.Contains('=') && !w.EndsWith('-')).ToList();
        if (call.IsSurelyOn("list") && names.Count == call.Operands.Count && !call.Has("env") && !call.Has("from"))
        {
            // With "--resolve" it prints what the Secrets say that the workloads take their variables from.
            IReadOnlyList<ProposedAction> secrets = call.IsOn("resolve") ? [ResourceOperands.Action(call, "get", new ResourceTarget(KubernetesKinds.Find("secrets")!, null, false))] : [];
            return [.. OnResources(call, "get", names), .. secrets];
        }

        // The last operand of this one is the account and no object.
        var objects = call.Command.Path == "set serviceaccount" && names.Count > 1 ? names[..^1] : names;
        return OnResources(call, "set", objects);
    }

    public static IReadOnlyList<ProposedAction> Cordon(KubectlCall call) => OnNodes(call, call.Command.Path);

    public static IReadOnlyList<ProposedAction> Drain(KubectlCall call)
    {
        var actions = OnNodes(call, "drain");
        return call.IsOn("delete-emptydir-data") || call.IsOn("delete-local-data") ? Raised(actions, RiskTier.DataMutation, "removes what pods keep on the node")
            : call.IsOn("disable-eviction") || call.IsOn("force") ? Raised(actions, RiskTier.DestructiveMutation, "removes pods that nothing makes again, or more than their budgets allow")
            : actions;
    }

    public static IReadOnlyList<ProposedAction> OnResources(KubectlCall call, string verb) => OnResources(call, verb, call.Operands);

    public static IReadOnlyList<ProposedAction> Raised(IReadOnlyList<ProposedAction> actions, RiskTier atLeast, string effect) =>
        [.. actions.Select(a => KubernetesClassifier.Raise(a, atLeast, effect))];

    private static IReadOnlyList<ProposedAction> OnResources(KubectlCall call, string verb, IReadOnlyList<string?> operands)
    {
        var targets = ResourceOperands.Read(call, operands);
        return targets.Count == 0 ? [Nothing(verb)] : [.. targets.Select(t => OnFile(ResourceOperands.Action(call, verb, t), t))];
    }

    private static IReadOnlyList<ProposedAction> OnNodes(KubectlCall call, string verb)
    {
        var node = KubernetesKinds.Find("nodes")!;
        return call.Operands.Count == 0
            ? [ResourceOperands.Action(call, verb, new ResourceTarget(node, null, false))]
            : [.. call.Operands.Select(n => ResourceOperands.Action(call, verb, new ResourceTarget(node, Bare(n), false)))];
    }

    private static IReadOnlyList<ProposedAction> OnCertificates(KubectlCall call, string verb)
    {
        var kind = KubernetesKinds.Find("csr")!;
        return call.Operands.Count == 0
            ? [ResourceOperands.Action(call, verb, new ResourceTarget(kind, null, false))]
            : [.. call.Operands.Select(n => ResourceOperands.Action(call, verb, new ResourceTarget(kind, Bare(n), false)))];
    }

    /// <summary>A file that nobody can see from here may name anything that the verb is worst for.</summary>
    private static ProposedAction OnFile(ProposedAction action, ResourceTarget target) =>
        ReferenceEquals(target.Kind, KindResolver.Any) && action.Tier != RiskTier.Read
            ? KubernetesClassifier.Raise(action, action.Verb is "delete" or "scale" or "edit" ? RiskTier.DataMutation : RiskTier.DestructiveMutation, "what it does this to is not known")
            : action;

    private static ProposedAction Nothing(string verb) =>
        ClusterAction.Of(verb, verb is "delete" ? RiskTier.DataMutation : RiskTier.DestructiveMutation, "what it does this to is not known");

    private static string? Bare(string? name) => name is null ? null : name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static bool IsMark(string word) => word.Contains('=') || word.EndsWith('-');
}
