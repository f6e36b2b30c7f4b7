using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Nodes;

internal sealed record KubectlDrainArguments
{
    [Description("Name of the node.")]
    public required string Name { get; init; }

    [Description("True to leave the pods of daemonsets where they are; without it they keep a node from being drained.")]
    public bool? IgnoreDaemonsets { get; init; }

    [Description("True to evict pods too that nothing makes again.")]
    public bool? Force { get; init; }

    [Description("True to evict pods too that keep data on the node; the data is lost.")]
    public bool? DeleteEmptydirData { get; init; }
}
