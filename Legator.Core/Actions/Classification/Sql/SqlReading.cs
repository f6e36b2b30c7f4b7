namespace Legator.Core.Actions.Classification.Sql;

/// <summary>What a dialect's reader found in a text: every thing that it would do, or why there is no saying.</summary>
/// <param name="Findings">In the order of the text; empty only with a problem, or for a text without a statement.</param>
/// <param name="Problem">One sentence that says why the text could not be read; null when it could.</param>
internal sealed record SqlReading(IReadOnlyList<SqlFinding> Findings, string? Problem)
{
    /// <summary>The text does these things.</summary>
    public static SqlReading Of(IReadOnlyList<SqlFinding> findings) => new(findings, null);

    /// <summary>The text cannot be read.</summary>
    public static SqlReading Unreadable(string problem) => new([], problem);
}
