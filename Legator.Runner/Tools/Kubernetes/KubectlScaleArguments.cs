using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlScaleArguments
{
    [Description("Kind, e.g. deployment.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("How many replicas there shall be, 0 to 1000.")]
    public required int Replicas { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }
}
