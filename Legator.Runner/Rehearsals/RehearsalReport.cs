namespace Legator.Runner.Rehearsals;

/// <summary>What became of a rehearsal.</summary>
/// <param name="Skill">Name of the skill.</param>
/// <param name="Scenes">The scenes, in order, also those that were left out.</param>
/// <param name="Coverage">The entries of the skill's action sheet, in order.</param>
public sealed record RehearsalReport(string Skill, IReadOnlyList<PlayedScene> Scenes, IReadOnlyList<CoveredAction> Coverage)
{
    /// <summary>True when nothing deviated from what the rehearsal expects.</summary>
    public bool AsExpected => Scenes.All(scene => scene.Deviations.Count == 0);

    /// <summary>Share of the entries that were exercised, in percent, rounded down; 100 for a sheet without entries.</summary>
    public int Percent => Coverage.Count == 0 ? 100 : Coverage.Count(entry => entry.Calls > 0) * 100 / Coverage.Count;
}
