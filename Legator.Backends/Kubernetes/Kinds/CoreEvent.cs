using System.Text.Json.Serialization;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>What <c>kubectl describe</c> shows at an object's foot.</summary>
[ResourceKind("Event", "events", Group = "", Version = "v1")]
public sealed record CoreEvent : IResource
{
    public string ApiVersion { get; init; } = "v1";

    public string Kind { get; init; } = "Event";

    public ObjectMeta Metadata { get; init; } = new();

    public ObjectReference InvolvedObject { get; init; } = new();

    /// <summary>CamelCase.</summary>
    public string? Reason { get; init; }

    public string? Message { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    public string? Action { get; init; }

    public EventSource? Source { get; init; }

    public int? Count { get; init; }

    /// <summary>How often it came again, for reporters that do not write <see cref="Count"/>.</summary>
    public EventSeries? Series { get; init; }

    [JsonConverter(typeof(KubernetesTimeConverter))]
    public DateTimeOffset? FirstTimestamp { get; init; }

    [JsonConverter(typeof(KubernetesTimeConverter))]
    public DateTimeOffset? LastTimestamp { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? EventTime { get; init; }

    public string? ReportingComponent { get; init; }

    public string? ReportingInstance { get; init; }
}
