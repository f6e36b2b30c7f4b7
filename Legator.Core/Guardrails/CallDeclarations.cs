using Legator.Core.Actions;

namespace Legator.Core.Guardrails;

/// <summary>What the action sheets say of a call: looked up once, asked by many checks.</summary>
internal sealed class CallDeclarations
{
    private readonly ActionSheetIndex _sheet;
    private readonly IReadOnlyList<ProposedAction> _actions;
    private readonly string _tool;
    private readonly IReadOnlyList<DeclaredAction>[] _entries;
    private readonly RiskTier[] _tiers;

    public CallDeclarations(ActionSheetIndex sheet, IReadOnlyList<ProposedAction> actions, string tool)
    {
        (_sheet, _actions, _tool) = (sheet, actions, tool);
        _entries = new IReadOnlyList<DeclaredAction>[actions.Count];
        _tiers = new RiskTier[actions.Count];
        Tier = actions.Count == 0 ? RiskTier.DataMutation : RiskTier.Read;
        for (var i = 0; i < _entries.Length; i++)
        {
            _entries[i] = sheet.Covering(tool, actions[i]);
            _tiers[i] = WorstTier(tool, actions[i], _entries[i]);
            Tier = _tiers[i] > Tier ? _tiers[i] : Tier;
        }

        All = _entries.Length == 1 || AreAlike(_entries) ? _entries[0] : [.. _entries.SelectMany(e => e).Distinct()];
    }

    /// <summary>The entries that cover each action.</summary>
    public IReadOnlyList<IReadOnlyList<DeclaredAction>> Entries => _entries;

    /// <summary>The worse of what classifier and sheet say of each action.</summary>
    public IReadOnlyList<RiskTier> Tiers => _tiers;

    /// <summary>All entries that cover any action.</summary>
    public IReadOnlyList<DeclaredAction> All { get; }

    /// <summary>The worst tier of the call.</summary>
    public RiskTier Tier { get; }

    /// <summary>The entry with the worst tier; null when there is none.</summary>
    public DeclaredAction? Worst
    {
        get
        {
            DeclaredAction? worst = null;
            foreach (var entry in All)
            {
                worst = worst is null || entry.Tier > worst.Tier ? entry : worst;
            }

            return worst;
        }
    }

    /// <summary>True when this was looked up for exactly these.</summary>
    public bool Fits(ActionSheetIndex sheet, IReadOnlyList<ProposedAction> actions, string tool) =>
        ReferenceEquals(_sheet, sheet) && ReferenceEquals(_actions, actions) && _tool == tool;

    // The commands of a line are mostly declared by one and the same entry.
    private static bool AreAlike(IReadOnlyList<DeclaredAction>[] entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Count != 1 || !ReferenceEquals(entries[i], entries[0]))
            {
                return false;
            }
        }

        return entries.Length > 0;
    }

    private static RiskTier WorstTier(string tool, ProposedAction action, IReadOnlyList<DeclaredAction> entries)
    {
        // Where the classifier leaves it to the sheet, an entry for this very tool must say so: a wildcard names nothing.
        var worst = action.SheetFloor is { } floor && Names(tool, entries) ? floor : action.Tier;
        for (var i = 0; i < entries.Count; i++)
        {
            worst = entries[i].Tier > worst ? entries[i].Tier : worst;
        }

        return worst;
    }

    private static bool Names(string tool, IReadOnlyList<DeclaredAction> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Tool.Equals(tool, StringComparison.OrdinalIgnoreCase) && !entries[i].Tool.Contains('*', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
