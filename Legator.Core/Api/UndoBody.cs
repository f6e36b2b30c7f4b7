namespace Legator.Core.Api;

/// <summary>Asks for a run's changes to be taken back; every field may be left out, and so may the body.</summary>
/// <param name="Actions">Numbers of the only actions to take back; null or empty for all.</param>
/// <param name="Again">True to do it although an undo of the run was made before. Default: false.</param>
/// <param name="DryRun">True for a run that only shows what would become of each call now, and changes nothing. Default: false.</param>
public sealed record UndoBody(IReadOnlyList<int>? Actions = null, bool Again = false, bool DryRun = false);
