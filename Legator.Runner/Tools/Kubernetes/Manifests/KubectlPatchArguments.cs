using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

internal sealed record KubectlPatchArguments
{
    [Description("Kind, e.g. deployment.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("The patch, as JSON or YAML.")]
    public required string Patch { get; init; }

    [Description("strategic: lists are merged by key, built-in kinds only. merge: RFC 7396. json: RFC 6902, a list of operations. Left out: strategic for built-in kinds, merge for others.")]
    public PatchType? Type { get; init; }
}
