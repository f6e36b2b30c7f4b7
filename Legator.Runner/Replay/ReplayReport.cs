using Legator.Core.Runs;

namespace Legator.Runner.Replay;

/// <summary>What became of the replay of one run.</summary>
/// <param name="Run">The run, as <c>namespace/name</c>.</param>
/// <param name="Outcome">In a word.</param>
/// <param name="Entries">How many entries were recorded.</param>
/// <param name="Replayed">How many of them the replay came to as well.</param>
/// <param name="RecordedHead">Where the recording ends.</param>
/// <param name="ReplayedHead">Where the replay ends.</param>
public sealed record ReplayReport(string Run, ReplayOutcome Outcome, int Entries, int Replayed, JournalHead RecordedHead, JournalHead ReplayedHead)
{
    /// <summary>False for a run that is not over yet: what there is of it was replayed.</summary>
    public bool Complete { get; init; }

    /// <summary>The first step that differs; null where none does.</summary>
    public ReplayDifference? Difference { get; init; }

    /// <summary>The first entry that does not fit its hash, a sentence; null where the chain holds.</summary>
    public string? ChainProblem { get; init; }

    /// <summary>Sequence of that entry; null where the chain holds.</summary>
    public long? ChainBrokenAt { get; init; }

    /// <summary>What else is worth knowing, e.g. that an older version recorded less; a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
