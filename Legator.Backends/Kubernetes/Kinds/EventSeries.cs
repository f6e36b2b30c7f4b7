using System.Text.Json.Serialization;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>An event that came several times.</summary>
public sealed record EventSeries
{
    public int? Count { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? LastObservedTime { get; init; }
}
