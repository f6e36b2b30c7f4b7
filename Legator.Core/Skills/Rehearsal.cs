namespace Legator.Core.Skills;

/// <summary>A script that stands in for a model: what it says, calls and reports, turn by turn. See docs/rehearsal.md.</summary>
/// <param name="Turns">In order; the last is a report without a guard.</param>
public sealed record Rehearsal(IReadOnlyList<RehearsalTurn> Turns)
{
    /// <summary>What it shows, in a sentence.</summary>
    public string? Description { get; init; }
}
