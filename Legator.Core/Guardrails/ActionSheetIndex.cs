using System.Collections.Frozen;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Guardrails;

/// <summary>The action sheets of all skills of a run, arranged for look-up by tool and target: a question touches only the entries whose beginning and end fit.</summary>
public sealed class ActionSheetIndex
{
    private readonly FrozenDictionary<string, DeclaredPatterns> _byTool;
    private readonly PatternIndex _toolPatterns;
    private readonly DeclaredPatterns[] _byToolPattern;
    private readonly DeclaredAction[][] _alone;
    private readonly FrozenDictionary<string, DeclaredAction> _broken;

    private ActionSheetIndex(IReadOnlyList<DeclaredAction> entries)
    {
        Entries = entries;
        _alone = [.. entries.Select(e => new[] { e })];
        _broken = entries.Where(e => e.Problem is not null)
            .GroupBy(e => e.Tool, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        var sound = entries.Select((entry, number) => (Number: number, Entry: entry)).Where(e => e.Entry.Problem is null).ToList();
        _byTool = sound.Where(e => !IsPattern(e.Entry))
            .GroupBy(e => e.Entry.Tool, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => new DeclaredPatterns(g), StringComparer.OrdinalIgnoreCase);
        var patterns = sound.Where(e => IsPattern(e.Entry)).GroupBy(e => e.Entry.Tool, StringComparer.OrdinalIgnoreCase).ToList();
        _toolPatterns = new PatternIndex(patterns.Select(g => g.Key));
        _byToolPattern = [.. patterns.Select(g => new DeclaredPatterns(g))];
    }

    /// <summary>A sheet that declares nothing, so nothing may be done.</summary>
    public static ActionSheetIndex Empty { get; } = new([]);

    /// <summary>All entries, in the order of the skills, also those with a problem.</summary>
    public IReadOnlyList<DeclaredAction> Entries { get; }

    /// <summary>Arranges the entries of all skills.</summary>
    public static ActionSheetIndex Build(IEnumerable<DeclaredAction> entries) => new([.. entries]);

    /// <summary>The entries that declare an action, in the order of the sheet. All of them count: the worst tier, every pre-condition, the longest cooldown.</summary>
    public IReadOnlyList<DeclaredAction> Covering(string tool, ProposedAction action)
    {
        var found = new PatternHits(one: false);
        if (_byTool.TryGetValue(tool, out var named))
        {
            named.Find(action, ref found);
        }

        if (_toolPatterns.Count > 0)
        {
            FindByPattern(tool, action, ref found);
        }

        return found.Count switch
        {
            0 => [],
            1 => _alone[found.First],
            _ => Array.ConvertAll(found.Sorted(), number => Entries[number]),
        };
    }

    /// <summary>True when a tool could be called at all under these sheets.</summary>
    public bool MayDeclare(string tool) => _byTool.ContainsKey(tool) || Patterns(tool).Count > 0;

    /// <summary>An entry for a tool that declares nothing because something is wrong with it; null for none.</summary>
    internal DeclaredAction? Broken(string tool) => _broken.GetValueOrDefault(tool);

    private static bool IsPattern(DeclaredAction entry) => entry.Tool.Contains('*', StringComparison.Ordinal);

    private void FindByPattern(string tool, ProposedAction action, ref PatternHits found)
    {
        var patterns = Patterns(tool);
        for (var i = 0; i < patterns.Count; i++)
        {
            _byToolPattern[patterns[i]].Find(action, ref found);
        }
    }

    private PatternHits Patterns(string tool)
    {
        var hits = new PatternHits(one: false);
        _toolPatterns.Match(Glob.Fold(tool), ref hits);
        return hits;
    }
}
