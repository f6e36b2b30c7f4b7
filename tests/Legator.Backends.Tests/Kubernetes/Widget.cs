using Legator.Core.Resources;

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>A kind whose type asks for more than its schema does, so that malformed objects can be stored.</summary>
[ResourceKind("Widget", "widgets", Group = "test.legator.io", Version = "v1", ShortNames = "wd")]
internal sealed record Widget : IResource
{
    public string ApiVersion { get; init; } = "test.legator.io/v1";

    public string Kind { get; init; } = "Widget";

    public ObjectMeta Metadata { get; init; } = new();

    public required WidgetSpec Spec { get; init; }

    public WidgetStatus? Status { get; init; }
}
