using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlDescribeArguments
{
    [Description("Kind, e.g. pod, deployment, nodes.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }
}
