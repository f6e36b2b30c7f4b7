using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Patterns of paths with their exceptions, sorted so that an ordinary path meets few of them.</summary>
internal sealed class PathRuleSet
{
    private readonly PathRule[] _all;
    private readonly PathRule[] _exceptions;
    private readonly PathRule[] _unmarked;
    private readonly FrozenDictionary<string, PathRule[]> _byMark;

    /// <summary>Reads patterns, one a word.</summary>
    /// <param name="patterns">What the set holds.</param>
    /// <param name="exceptions">What it does not hold all the same.</param>
    public PathRuleSet(string patterns, string exceptions = "")
    {
        _all = Rules(patterns);
        _exceptions = Rules(exceptions);
        _unmarked = [.. _all.Where(r => r.Mark is null)];
        _byMark = _all.Where(r => r.Mark is not null).GroupBy(r => r.Mark!).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>True when the path, or one of those that it may stand for, is in the set.</summary>
    public bool MayHold(ShellPath path)
    {
        var found = path.Open ? MayEndIn(path) : path.Plain ? HoldsPlain(path) : Array.Exists(_all, r => r.MayBe(path.Segments));
        return found && !Array.Exists(_exceptions, r => !(path.Open && r.Placed) && r.Holds(path.Segments));
    }

    /// <summary>True when the end of a path that nobody knows the beginning of spells a file of the set in full.</summary>
    public bool Spells(ShellPath path)
    {
        var known = path.Segments.SkipWhile(s => PathSigns.In(s)).ToList();
        return known.Count > 0 && known.TrueForAll(s => !PathSigns.In(s)) && Array.Exists(_all, r => (r.Last is not null || known.Count > 1) && r.MayBe(known))
            && !Array.Exists(_exceptions, r => r.Holds(known));
    }

    // Anything may stand before the path: only its last name can clear it.
    private bool MayEndIn(ShellPath path)
    {
        var known = path.Segments.Where(s => !s.Contains(PathSigns.Any, StringComparison.Ordinal)).ToList();
        return path.Segments.Count == 0
            || Array.Exists(_all, r => r.Last is { } last ? NameMatch.MayBe(path.Name, last, true) : !r.Placed && r.MayBe(known));
    }

    private bool HoldsPlain(ShellPath path)
    {
        foreach (var name in path.Segments)
        {
            if (_byMark.TryGetValue(name, out var rules) && AnyMayBe(rules, path))
            {
                return true;
            }
        }

        return AnyMayBe(_unmarked, path);
    }

    private static bool AnyMayBe(PathRule[] rules, ShellPath path)
    {
        foreach (var rule in rules)
        {
            if (rule.MayBe(path.Segments))
            {
                return true;
            }
        }

        return false;
    }

    private static PathRule[] Rules(string patterns) =>
        [.. patterns.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new PathRule(p))];
}
