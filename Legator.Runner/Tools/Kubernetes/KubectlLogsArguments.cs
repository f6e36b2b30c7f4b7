using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlLogsArguments
{
    [Description("Name of the pod, or kind/name of a workload, e.g. deploy/web: then of its pod that is ready and newest.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("Container; needed where the pod has several.")]
    public string? Container { get; init; }

    [Description("How many of the last lines, 1 to 2000. Default 100.")]
    public int? TailLines { get; init; }

    [Description("Only lines that are not older, e.g. 90s, 10m, 2h.")]
    public string? Since { get; init; }

    [Description("True for the container before its last restart.")]
    public bool? Previous { get; init; }

    [Description("True to have each line begin with its time.")]
    public bool? Timestamps { get; init; }
}
