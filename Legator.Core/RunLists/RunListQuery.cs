namespace Legator.Core.RunLists;

/// <summary>Which runs are wanted.</summary>
public sealed record RunListQuery
{
    /// <summary>Only those of a namespace; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only those of an agent; null for all.</summary>
    public string? Agent { get; init; }

    /// <summary>Only those in a phase; null for all.</summary>
    public string? Phase { get; init; }

    /// <summary>Only those behind this place; null for the beginning.</summary>
    public RunListPlace? After { get; init; }

    /// <summary>At most so many.</summary>
    public required int Limit { get; init; }
}
