using Legator.Core.Runs;

namespace Legator.Runner.Sessions;

/// <summary>What is left of a run's wall clock. The last part of it is kept for the report: a run whose time ends says what it has found.</summary>
internal sealed record TimeLeft
{
    private const int Share = 5;

    /// <summary>A request of the model that has to be answered within less is not made.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan MostKept = TimeSpan.FromMinutes(1);

    private TimeSpan _left;
    private TimeSpan _kept;

    /// <summary>Nothing is left, and there is nothing to report.</summary>
    public bool IsOver { get; private init; }

    /// <summary>What is left is for the report.</summary>
    public bool IsUp { get; private init; }

    /// <param name="state">The run so far. Before the first reply there is nothing to report, so all of the time is that reply's.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="worked">How long runners worked on it.</param>
    public static TimeLeft Of(SessionState state, RunSnapshotLimits limits, TimeSpan worked)
    {
        var whole = TimeSpan.FromMilliseconds(limits.TimeoutMs);
        var left = whole - worked;
        var kept = state is { Format: > SessionFormat.Second, Turns.Count: > 0 } ? Smaller(whole / Share, MostKept) : TimeSpan.Zero;
        return new() { _left = left, _kept = kept, IsOver = kept == TimeSpan.Zero && left <= TimeSpan.Zero, IsUp = kept > TimeSpan.Zero && left <= kept + Least };
    }

    /// <summary>How long a request may take. The report has what was kept for it also where a tool took more time than there was.</summary>
    public TimeSpan For(TurnPlan plan) => plan.OffersTools ? _left - _kept : _left > _kept ? _left : _kept;

    /// <summary>A request that takes longer is followed by that for the report.</summary>
    public bool LeavesReport(TurnPlan plan) => plan.OffersTools && _kept > TimeSpan.Zero;

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
