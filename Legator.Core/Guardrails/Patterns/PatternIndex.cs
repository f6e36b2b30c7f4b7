namespace Legator.Core.Guardrails.Patterns;

/// <summary>Many patterns, arranged so that a question touches only those whose beginning and end fit: the time does not grow with their number.</summary>
internal sealed class PatternIndex
{
    private readonly Glob[] _globs;

    public PatternIndex(IEnumerable<string> patterns)
    {
        _globs = [.. patterns.Select((p, i) => new Glob(p, i))];
        Root = _globs.Length == 0
            ? new PrefixNode("", 0, [])
            : LiteralTree.Build<Glob, PrefixNode>(_globs, g => g.Prefix, Make);
        Root.Tie(null);
    }

    /// <summary>How many there are.</summary>
    public int Count => _globs.Length;

    /// <summary>Where every question begins.</summary>
    public PrefixNode Root { get; }

    /// <summary>A pattern by its number.</summary>
    public Glob this[int id] => _globs[id];

    /// <summary>Patterns that stand for a plain text, folded.</summary>
    public void Match(ReadOnlySpan<char> folded, ref PatternHits hits)
    {
        if (Count > 0)
        {
            PatternCursor.Start(this).Advance(folded).Finish(folded, ref hits);
        }
    }

    private static PrefixNode Make(string label, int depth, IReadOnlyList<Glob> here, IReadOnlyList<PrefixNode> below)
    {
        var wild = here.Where(g => !g.Exact).ToList();
        return new PrefixNode(label, depth, below)
        {
            Exact = [.. here.Where(g => g.Exact).Select(g => g.Id)],
            Wild = wild.Count == 0 ? null : SuffixNode.Build(wild),
        };
    }
}
