using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Usage;

internal sealed record KubectlTopArguments
{
    [Description("pods or nodes.")]
    public required UsageOf Resource { get; init; }

    [Description("Name of one pod or node. Left out: all.")]
    public string? Name { get; init; }

    [Description("Namespace of pods. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("True for the pods of all namespaces.")]
    public bool? AllNamespaces { get; init; }

    [Description("Label selector, e.g. app=web.")]
    public string? LabelSelector { get; init; }

    [Description("What to sort by, the most first. Default cpu.")]
    public UsageOrder? SortBy { get; init; }
}
