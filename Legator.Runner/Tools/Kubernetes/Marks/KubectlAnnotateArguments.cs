using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Marks;

internal sealed record KubectlAnnotateArguments
{
    [Description("Kind, e.g. pod.")]
    public required string Resource { get; init; }

    [Description("Name of the object.")]
    public required string Name { get; init; }

    [Description("Namespace. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("Annotations to set: keys and their values.")]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    [Description("Keys of annotations to remove.")]
    public IReadOnlyList<string>? Remove { get; init; }

    [Description("True to replace values that are there already.")]
    public bool? Overwrite { get; init; }
}
