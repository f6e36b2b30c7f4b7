namespace Legator.Core.Guardrails.Patterns;

/// <summary>A place in the tree of what patterns begin with.</summary>
internal sealed class PrefixNode(string label, int depth, IReadOnlyList<PrefixNode> below)
{
    private readonly string _firsts = string.Concat(below.Select(n => n.Label[0]));
    private readonly PrefixNode[] _below = [.. below];

    /// <summary>What lies between the node above and this one.</summary>
    public string Label { get; } = label;

    /// <summary>Characters from the root to here.</summary>
    public int Depth { get; } = depth;

    /// <summary>Patterns without a wildcard that end here.</summary>
    public int[] Exact { get; init; } = [];

    /// <summary>Patterns whose first wildcard stands here, by what they end with; null for none.</summary>
    public SuffixNode? Wild { get; init; }

    /// <summary>This node or the nearest above it that has wildcards; null for none.</summary>
    public PrefixNode? NearestWild { get; private set; }

    /// <summary>The nearest node above that has wildcards.</summary>
    public PrefixNode? WildAbove { get; private set; }

    public IReadOnlyList<PrefixNode> Below => _below;

    /// <summary>False when neither this node's wildcards nor those above can stand for a text that ends so.</summary>
    /// <param name="end">The end of the text.</param>
    /// <param name="overlapping">True when the end may hold a wildcard of its own.</param>
    public bool WildMayEnd(ReadOnlySpan<char> end, bool overlapping)
    {
        // Before a wildcard of the text itself, anything may stand.
        var literal = overlapping ? end[(end.LastIndexOf('*') + 1)..] : end;
        for (var node = NearestWild; node is not null; node = node.WildAbove)
        {
            if (node.Wild!.MayEnd(literal))
            {
                return true;
            }
        }

        return false;
    }

    public PrefixNode? Step(char next)
    {
        var at = _firsts.AsSpan().IndexOf(next);
        return at < 0 ? null : _below[at];
    }

    /// <summary>Ties the nodes with wildcards together; called once, on the root.</summary>
    public void Tie(PrefixNode? wildAbove)
    {
        WildAbove = wildAbove;
        NearestWild = Wild is null ? wildAbove : this;
        foreach (var node in _below)
        {
            node.Tie(NearestWild);
        }
    }
}
