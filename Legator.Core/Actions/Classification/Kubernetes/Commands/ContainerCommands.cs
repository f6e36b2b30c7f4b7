using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Commands that go into pods, or open a way to them.</summary>
internal static class ContainerCommands
{
    // Programs that change nothing whatever they are given. What any other program does inside a pod with data is not known.
    private static readonly FrozenSet<string> Lookers = FrozenSet.ToFrozenSet(
    [
        "ls", "cat", "head", "tail", "wc", "stat", "df", "du", "ps", "id", "whoami", "uname", "uptime", "free", "pwd", "printenv", "nslookup", "getent", "nproc", "cksum", "md5sum", "sha256sum", "readlink", "realpath", "echo", "true",
    ], StringComparer.Ordinal);

    /// <summary>Whatever it runs, it is inside of a pod that nobody can see from here; what a host's shell would refuse is refused here too.</summary>
    public static IReadOnlyList<ProposedAction> Exec(KubectlCall call)
    {
        var inner = Inner(call);
        var action = OnPod(call, "exec");
        if (inner.Count == 0 || inner.Contains(null))
        {
            return [KubernetesClassifier.Raise(action, RiskTier.DataMutation, "runs something in the pod")];
        }

        var judged = ShellClassifier.Classify("pod", string.Join(' ', inner.Select(w => $"'{w!.Replace("'", "'\\''", StringComparison.Ordinal)}'")), call.Context);
        var looks = Lookers.Contains(inner[0]!) || judged is { Blocked: false, Tier: RiskTier.Read };
        var refused = judged.Actions.Select(a => a.BlockedBecause).FirstOrDefault(b => b is not null);
        return [(looks ? action : KubernetesClassifier.Raise(action, RiskTier.DataMutation, $"runs {inner[0]} in the pod, which may change its data")) with { BlockedBecause = refused }];
    }

    public static IReadOnlyList<ProposedAction> Attach(KubectlCall call) => [OnPod(call, "attach")];

    public static IReadOnlyList<ProposedAction> PortForward(KubectlCall call)
    {
        var action = OnPod(call, "port-forward");
        return call.Values("address").Any(a => a is not ("localhost" or "127.0.0.1" or "::1"))
            ? [KubernetesClassifier.Raise(action, RiskTier.DestructiveMutation, "opens the port to other machines")]
            : [action];
    }

    public static IReadOnlyList<ProposedAction> Proxy(KubectlCall call) =>
        [ClusterAction.Of(call.Command.Path, RiskTier.DestructiveMutation, "opens the API to everybody who reaches the port")];

    public static IReadOnlyList<ProposedAction> Copy(KubectlCall call) =>
        [ClusterAction.On(call.Operands.FirstOrDefault(o => o is not null && o.Contains(':')) ?? "pod", "cp", RiskTier.DestructiveMutation, "writes files")];

    public static IReadOnlyList<ProposedAction> Debug(KubectlCall call)
    {
        var action = OnPod(call, "debug");
        return call.Operands.Count == 0 || call.Operands[0] is not { } first || first.StartsWith("no", StringComparison.OrdinalIgnoreCase) && first.Contains('/') || call.Last("profile") is "sysadmin" || call.IsOn("replace")
            ? [KubernetesClassifier.Raise(action, RiskTier.DataMutation, "gets at the machine, or replaces the pod")]
            : [action];
    }

    public static IReadOnlyList<ProposedAction> Run(KubectlCall call)
    {
        var pod = new ResourceTarget(KubernetesKinds.Find("pods")!, call.Operands.Count > 0 ? call.Operands[0] : null, false);
        var action = ResourceOperands.Action(call, "run", pod);
        return call.IsOn("privileged") || call.Has("overrides") || call.IsOn("force")
            ? [KubernetesClassifier.Raise(action, RiskTier.DataMutation, "can get at the machine, or replace a pod")]
            : [action];
    }

    private static ProposedAction OnPod(KubectlCall call, string verb)
    {
        var first = call.Operands.Count > 0 ? call.Operands[0] : null;
        var targets = first is not null && first.Contains('/') ? ResourceOperands.Read(call, [first]) : [new ResourceTarget(KubernetesKinds.Find("pods")!, first, false)];
        return ResourceOperands.Action(call, verb, targets[0]);
    }

    private static List<string?> Inner(KubectlCall call)
    {
        var from = call.OperandsBeforeDashes ?? 1;
        return from < call.Operands.Count ? call.Operands[from..] : [];
    }
}
