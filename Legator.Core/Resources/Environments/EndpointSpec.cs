namespace Legator.Core.Resources.Environments;

/// <summary>An HTTP endpoint.</summary>
public sealed record EndpointSpec
{
    /// <summary>Absolute URL.</summary>
    public required string Url { get; init; }

    /// <summary>Path that answers whether it is healthy, e.g. /healthz.</summary>
    public string? HealthPath { get; init; }

    /// <summary>True when it is reachable from inside only.</summary>
    public bool? Internal { get; init; }
}
