namespace Legator.Core.Resources.Runs;

/// <summary>An escalation that followed a refused action.</summary>
public sealed record ActionEscalation
{
    /// <summary>Where it was sent.</summary>
    public required string Channel { get; init; }

    /// <summary>What was sent.</summary>
    public required string Message { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
