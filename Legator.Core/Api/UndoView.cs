using Legator.Core.Rollbacks;

namespace Legator.Core.Api;

/// <summary>How a run's changes would be taken back.</summary>
/// <param name="Namespace">Namespace of the run.</param>
/// <param name="Run">The run.</param>
/// <param name="Agent">Its agent, which would take them back.</param>
/// <param name="Steps">The calls, in the order in which they would be made.</param>
/// <param name="Left">Changes that cannot be taken back by a call, and why.</param>
/// <param name="UndoneBy">An undo of this run that was made before and did not fail; null for none.</param>
public sealed record UndoView(string Namespace, string Run, string Agent, IReadOnlyList<UndoStep> Steps, IReadOnlyList<UndoLeft> Left, string? UndoneBy = null)
{
    /// <summary>What a dry run found of the calls; null where none was asked about.</summary>
    public IReadOnlyList<UndoOutlook>? Outlook { get; init; }
}
