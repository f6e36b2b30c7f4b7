using System.Collections.Frozen;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>The action sheets of all skills of a run, arranged for look-up by tool.</summary>
public sealed class ActionSheetIndex
{
    private readonly FrozenDictionary<string, DeclaredPattern[]> _byTool;
    private readonly DeclaredPattern[] _wildcards;

    private ActionSheetIndex(IReadOnlyList<DeclaredAction> entries)
    {
        Entries = entries;
        var sound = entries.Where(e => e.Problem is null).Select(e => new DeclaredPattern(e)).ToList();
        _wildcards = [.. sound.Where(p => p.AnyTool)];
        _byTool = sound.Where(p => !p.AnyTool)
            .GroupBy(p => p.Entry.Tool, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A sheet that declares nothing, so nothing may be done.</summary>
    public static ActionSheetIndex Empty { get; } = new([]);

    /// <summary>All entries, in the order of the skills, also those with a problem.</summary>
    public IReadOnlyList<DeclaredAction> Entries { get; }

    /// <summary>Arranges the entries of all skills.</summary>
    public static ActionSheetIndex Build(IEnumerable<DeclaredAction> entries) => new([.. entries]);

    /// <summary>The entries that declare an action. All of them count: the worst tier, every pre-condition, the longest cooldown.</summary>
    public IReadOnlyList<DeclaredAction> Covering(string tool, ProposedAction action)
    {
        var named = _byTool.GetValueOrDefault(tool) ?? [];
        var subjects = action.Target.Spellings.Concat(action.Target.Spellings.Select(s => $"{action.Verb} {s}")).ToList();
        return [.. named.Concat(_wildcards).Where(p => p.Covers(tool, action, subjects)).Select(p => p.Entry)];
    }

    /// <summary>True when a tool could be called at all under these sheets.</summary>
    public bool MayDeclare(string tool) => _byTool.ContainsKey(tool) || _wildcards.Any(p => p.CoversTool(tool));
}
