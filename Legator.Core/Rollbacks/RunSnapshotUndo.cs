namespace Legator.Core.Rollbacks;

/// <summary>What an undo takes back. Frozen when its run is made; the calls come from the journal of the other run and from nobody else.</summary>
public sealed record RunSnapshotUndo
{
    /// <summary>Name of the run whose changes are taken back, in the same namespace.</summary>
    public required string Run { get; init; }

    /// <summary>The calls, in the order in which they are made.</summary>
    public required IReadOnlyList<UndoStep> Steps { get; init; }

    /// <summary>True where the run only shows what would become of each call, and executes none; null otherwise.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Changes that are not taken back, and why.</summary>
    public IReadOnlyList<UndoLeft> Left { get; init; } = [];
}
