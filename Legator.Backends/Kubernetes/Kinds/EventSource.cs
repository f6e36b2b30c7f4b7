namespace Legator.Backends.Kubernetes.Kinds;

/// <summary>Who reported an event.</summary>
public sealed record EventSource
{
    public string? Component { get; init; }

    public string? Host { get; init; }
}
