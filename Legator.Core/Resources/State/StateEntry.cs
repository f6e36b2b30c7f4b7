namespace Legator.Core.Resources.State;

/// <summary>One remembered value.</summary>
public sealed record StateEntry
{
    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The run that wrote it.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>How long it counts, as a Go duration. Unset: for ever.</summary>
    public string? Ttl { get; init; }
}
