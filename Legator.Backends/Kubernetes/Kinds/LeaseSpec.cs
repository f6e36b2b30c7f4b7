using System.Text.Json.Serialization;

namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Who holds a lease, since when and for how long.</summary>
public sealed record LeaseSpec
{
    /// <summary>Empty when nobody holds it.</summary>
    public string? HolderIdentity { get; init; }

    public int? LeaseDurationSeconds { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcquireTime { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>How often the holder changed: the term of the present one.</summary>
    public int? LeaseTransitions { get; init; }
}
