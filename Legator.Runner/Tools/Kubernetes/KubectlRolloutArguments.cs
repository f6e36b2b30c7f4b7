using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlRolloutArguments
{
    [Description("status: how far the last change has got. restart: replace the pods one after another.")]
    public required RolloutAction Action { get; init; }

    [Description("Kind: deployment, statefulset or daemonset.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }
}
