namespace Legator.Core.Runs;

/// <summary>A queue entry that was given up.</summary>
/// <param name="Run">The run, as the entry names it; an entry that nobody can read may name none.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="At">When.</param>
public sealed record DeadLetter(string Run, string Reason, DateTimeOffset At)
{
    /// <summary>Names the entry among all that were given up.</summary>
    public string Id { get; init; } = "";
}
