using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Knows calls that only say what they would do. kubectl forgets about it where it sends a request of its own, opens an editor, or removes first.</summary>
internal static class Rehearsal
{
    /// <summary>True when nothing happens for sure.</summary>
    public static bool Is(KubectlCall call) =>
        (IsDryRun(call) || IsLocal(call))
        && !call.Has("raw") && !call.IsOn("edit") && !call.IsOn("force") && !call.IsOn("attach") && !call.IsOn("rm") && !call.IsOn("stdin") && !call.IsOn("interactive");

    /// <summary>The action as a rehearsal of itself.</summary>
    public static ProposedAction Of(ProposedAction action) =>
        action.BlockedBecause is not null ? action : action with { Tier = RiskTier.Read, Effects = ["only says what it would do"] };

    private static bool IsDryRun(KubectlCall call) =>
        call.Command.Flags.Find("dry-run") is not null && call.Has("dry-run") && call.Values("dry-run").All(v => v is "client" or "server");

    private static bool IsLocal(KubectlCall call) => call.Command.Flags.Find("local") is not null && call.IsSurelyOn("local");
}
