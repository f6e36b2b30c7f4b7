using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Schemas;

internal sealed record KubectlExplainArguments
{
    [Description("Kind, e.g. deployment; a field may follow after dots: deployment.spec.strategy.")]
    public required string Resource { get; init; }

    [Description("Field, with dots between: spec.template.spec.containers. Left out: the kind itself.")]
    public string? Field { get; init; }
}
