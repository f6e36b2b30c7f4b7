namespace Legator.Core.Rollbacks;

/// <summary>One call of an undo.</summary>
/// <param name="Seq">The action that it takes back.</param>
/// <param name="Action">That action, in words.</param>
/// <param name="Step">The call.</param>
public sealed record UndoStep(int Seq, string Action, RollbackStep Step)
{
    /// <summary>True where nobody knows whether the action took effect.</summary>
    public bool? InDoubt { get; init; }
}
