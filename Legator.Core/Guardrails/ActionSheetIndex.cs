namespace Legator.Core.Guardrails;

/// <summary>The action sheets of all skills of a run, arranged for look-up.</summary>
public sealed class ActionSheetIndex
{
    private ActionSheetIndex(IReadOnlyList<DeclaredAction> entries) => Entries = entries;

    /// <summary>A sheet that declares nothing, so nothing may be done.</summary>
    public static ActionSheetIndex Empty { get; } = new([]);

    /// <summary>All entries, in the order of the skills.</summary>
    public IReadOnlyList<DeclaredAction> Entries { get; }

    /// <summary>Arranges the entries of all skills.</summary>
    public static ActionSheetIndex Build(IEnumerable<DeclaredAction> entries) => new([.. entries]);
}
