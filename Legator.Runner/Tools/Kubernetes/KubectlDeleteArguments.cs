using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlDeleteArguments
{
    [Description("Kind, e.g. pod.")]
    public required string Resource { get; init; }

    [Description("Name of one object; there is no way to delete several at once.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }
}
