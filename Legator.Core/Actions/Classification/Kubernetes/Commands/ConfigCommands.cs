using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Commands that change what kubectl works with, and what is not a command of kubectl at all.</summary>
internal static class ConfigCommands
{
    public static IReadOnlyList<ProposedAction> Change(KubectlCall call) =>
        [ClusterAction.Refused(call.Command.Path.Replace(' ', '-'), RiskTier.DestructiveMutation, "It changes whom kubectl talks to and as whom, which only the environment may.")];

    /// <summary>A plug-in is a program that nobody knows.</summary>
    public static IReadOnlyList<ProposedAction> Unknown(KubectlCall call) =>
        [ClusterAction.Of("unknown", RiskTier.DestructiveMutation, "the command is none of kubectl's own")];

    public static IReadOnlyList<ProposedAction> Reconcile(KubectlCall call) =>
        [ClusterAction.Of("auth-reconcile", RiskTier.DestructiveMutation, "changes who may do what")];

    public static IReadOnlyList<ProposedAction> SetLastApplied(KubectlCall call) =>
        [ClusterAction.Of("set-last-applied", RiskTier.DestructiveMutation, "changes what the next apply removes")];
}
