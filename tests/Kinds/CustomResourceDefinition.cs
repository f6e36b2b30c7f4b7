using System.Text.Json;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Teaches the API a kind. Legator writes the committed manifests and reads whether they took effect.</summary>
[ResourceKind("CustomResourceDefinition", "customresourcedefinitions", Group = "apiextensions.k8s.io", Version = "v1", Namespaced = false)]
public sealed record CustomResourceDefinition : IResource
{
    public string ApiVersion { get; init; } = "apiextensions.k8s.io/v1";

    public string Kind { get; init; } = "CustomResourceDefinition";

    public ObjectMeta Metadata { get; init; } = new();

    public JsonElement Spec { get; init; }

    public JsonElement? Status { get; init; }
}
