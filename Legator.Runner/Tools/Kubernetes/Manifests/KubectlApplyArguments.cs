using System.ComponentModel;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

internal sealed record KubectlApplyArguments
{
    [Description("Objects as YAML or JSON, each with apiVersion, kind and metadata.name; several as YAML documents or a List.")]
    public required string Manifest { get; init; }

    [Description("Namespace of objects that name none. Left out: the agent's own.")]
    public string? Namespace { get; init; }

    [Description("True to take over fields that somebody else manages.")]
    public bool? ForceConflicts { get; init; }
}
