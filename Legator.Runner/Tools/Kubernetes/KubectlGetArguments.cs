using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes;

internal sealed record KubectlGetArguments
{
    [Description("Kind, plural, singular or short, with its group where that is needed: pods, deploy, certificates.cert-manager.io.")]
    public required string Resource { get; init; }

    [Description("Name of one object. Left out: all objects of the kind.")]
    public string? Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("True to list the objects of all namespaces.")]
    public bool? AllNamespaces { get; init; }

    [Description("Label selector for lists, e.g. app=web,tier!=cache.")]
    public string? LabelSelector { get; init; }

    [Description("Field selector for lists, e.g. status.phase!=Running or spec.nodeName=node-1.")]
    public string? FieldSelector { get; init; }

    [Description("Most objects of a list, 1 to 500. Default 100.")]
    public int? Limit { get; init; }

    [Description("For the next page of a list: what the page before said to continue with.")]
    public string? Continue { get; init; }
}
