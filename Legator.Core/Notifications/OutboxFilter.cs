namespace Legator.Core.Notifications;

/// <summary>Which messages are asked for.</summary>
public sealed record OutboxFilter
{
    /// <summary>Only those of a namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only those of an agent.</summary>
    public string? Agent { get; init; }

    /// <summary>Only those that stand there.</summary>
    public OutboxState? State { get; init; }

    /// <summary>At most so many, the newest first. Default 100.</summary>
    public int Limit { get; init; } = 100;
}
