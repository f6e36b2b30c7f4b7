namespace Legator.Web.Dashboard.Runs;

/// <summary>One thing that happened in a run.</summary>
/// <param name="Sequence">Sequence of the journal event that it began with.</param>
/// <param name="At">Time of day, UTC.</param>
public abstract record TimelineEntry(long Sequence, string At);
