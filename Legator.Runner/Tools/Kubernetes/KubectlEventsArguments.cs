using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlEventsArguments
{
    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("True for the events of all namespaces.")]
    public bool? AllNamespaces { get; init; }

    [Description("Only events about this object, as kind/name: pod/web-1.")]
    public string? For { get; init; }

    [Description("Only events of these types: Normal, Warning.")]
    public IReadOnlyList<string>? Types { get; init; }

    [Description("Most events, 1 to 200. Default 50.")]
    public int? Limit { get; init; }
}
