namespace Legator.Core.Resources.Events;

/// <summary>An agent that acted upon an event.</summary>
public sealed record EventConsumer
{
    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ConsumedAt { get; init; }

    /// <summary>In which run.</summary>
    public string? RunName { get; init; }
}
