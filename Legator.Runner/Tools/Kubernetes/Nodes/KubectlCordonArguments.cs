using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

internal sealed record KubectlCordonArguments
{
    [Description("Name of the node.")]
    public required string Name { get; init; }
}
