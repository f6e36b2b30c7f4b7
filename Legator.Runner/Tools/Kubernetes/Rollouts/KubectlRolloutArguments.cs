using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Rollouts;

internal sealed record KubectlRolloutArguments
{
    [Description("status: how far the last change has got. history: the revisions that are kept. restart: replace the pods one after another. undo: go back to an earlier revision. pause, resume: hold changes of a deployment back, or no longer.")]
    public required RolloutAction Action { get; init; }

    [Description("Kind: deployment, statefulset or daemonset.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("For undo: the revision to go back to. Left out: the one before.")]
    public int? ToRevision { get; init; }
}
