namespace Legator.Core.Skills;

/// <summary>One reply of the stand-in: calls of tools, or the report that ends the run; text may come before either.</summary>
public sealed record RehearsalTurn
{
    /// <summary>The turn is left out when this does not hold.</summary>
    public RehearsalGuard? When { get; init; }

    /// <summary>What is said; with placeholders.</summary>
    public string? Say { get; init; }

    /// <summary>The tools that are called, together.</summary>
    public IReadOnlyList<RehearsalCall> Call { get; init; } = [];

    /// <summary>What the run reports; with placeholders. Ends the run.</summary>
    public string? Report { get; init; }

    /// <summary>What the report finds.</summary>
    public IReadOnlyList<RehearsalFinding> Findings { get; init; } = [];
}
