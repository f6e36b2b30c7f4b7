namespace Legator.Core.Rollbacks;

/// <summary>An action that an undo does not take back.</summary>
/// <param name="Seq">The action.</param>
/// <param name="Action">It in words.</param>
/// <param name="Why">Why not, and what a person can do.</param>
public sealed record UndoLeft(int Seq, string Action, string Why);
