using Legator.Core.Actions.Classification.Kubernetes.Contents;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Commands that bring objects into the cluster, or other content into objects.</summary>
internal static class CreatingCommands
{
    public static IReadOnlyList<ProposedAction> CreateFile(KubectlCall call) =>
        call.Has("raw") ? RawPath.Judge(call, "create") : OfContent(call, "create");

    public static IReadOnlyList<ProposedAction> Apply(KubectlCall call) =>
        Forced(call, OfContent(call, "apply"));

    public static IReadOnlyList<ProposedAction> Replace(KubectlCall call) =>
        call.Has("raw") ? RawPath.Judge(call, "replace") : Forced(call, OfContent(call, "replace"));

    /// <summary><c>create deployment web</c>: the kind is the command's last word.</summary>
    public static IReadOnlyList<ProposedAction> Create(KubectlCall call)
    {
        var words = call.Command.Path.Split(' ');
        var kind = KubernetesKinds.Find(words[1])!;
        var name = call.Operands.Count > 0 ? call.Operands[0] : null;
        var action = ResourceOperands.Action(call, "create", new ResourceTarget(kind, name, false));
        return kind.Plural == "jobs" && call.Has("from") && !call.Has("image")
            ? [action with { Tier = RiskTier.ServiceMutation, Effects = ["starts a job that the cluster knows already"] }]
            : [action];
    }

    public static IReadOnlyList<ProposedAction> Token(KubectlCall call)
    {
        var account = new ResourceTarget(KubernetesKinds.Find("serviceaccounts")!, call.Operands.Count > 0 ? call.Operands[0] : null, false);
        return [KubernetesClassifier.Raise(ResourceOperands.Action(call, "create", account), RiskTier.DestructiveMutation, "gives out a credential")];
    }

    public static IReadOnlyList<ProposedAction> Patch(KubectlCall call)
    {
        var targets = ResourceOperands.Read(call, call.Operands);
        var patches = call.Values("patch").ToList();
        var patch = patches is [{ } only] && !call.Has("patch-file") ? PatchReader.Read(only, call.Last("type")) : null;
        if (targets.Count == 0)
        {
            targets.Add(new ResourceTarget(KindResolver.Any, null, true));
        }

        return [.. targets.Select(t => PatchJudge.Judge(ResourceOperands.Action(call, "patch", t), t.Kind, patch, call.Last("subresource")))];
    }

    private static IReadOnlyList<ProposedAction> OfContent(KubectlCall call, string verb) =>
        call.Manifest is { } manifest ? ManifestJudge.Judge(manifest, verb, call) : ChangingCommands.OnResources(call, verb);

    private static IReadOnlyList<ProposedAction> Forced(KubectlCall call, IReadOnlyList<ProposedAction> actions) =>
        call.IsOn("prune") ? ChangingCommands.Raised(actions, RiskTier.DataMutation, "--prune removes everything that the files leave out")
        : call.IsOn("force") ? ChangingCommands.Raised(actions, RiskTier.DataMutation, "--force removes objects to make them again")
        : actions;
}
