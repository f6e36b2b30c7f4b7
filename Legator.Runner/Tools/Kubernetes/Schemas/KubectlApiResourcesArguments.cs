using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Schemas;

internal sealed record KubectlApiResourcesArguments
{
    [Description("Only kinds of this API group, e.g. apps. Left out: of all groups.")]
    public string? ApiGroup { get; init; }

    [Description("True for kinds that live in namespaces only, false for those of the whole cluster only.")]
    public bool? Namespaced { get; init; }
}
