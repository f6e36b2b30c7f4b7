namespace Legator.Core.Guardrails.Patterns;

/// <summary>How far a text has come in the tree of what patterns begin with. It can be kept and gone on from several times, so that texts with the same beginning are walked once.</summary>
internal readonly struct PatternCursor
{
    // The deepest node that the text has passed, and where it stands within the label of the one below.
    private readonly PrefixNode _node;
    private readonly PrefixNode? _edge;
    private readonly int _offset;
    private readonly bool _alive;

    private PatternCursor(PrefixNode node, PrefixNode? edge, int offset, bool alive) =>
        (_node, _edge, _offset, _alive) = (node, edge, offset, alive);

    /// <summary>True when no pattern stands for the text, however it goes on.</summary>
    public bool Hopeless => !_alive && _node.NearestWild is null;

    /// <summary>True when the text still follows what some pattern begins with.</summary>
    public bool Alive => _alive;

    /// <summary>The last node with wildcards that the text passed; null for none.</summary>
    public PrefixNode? Wild => _node.NearestWild;

    public static PatternCursor Start(PatternIndex index) => new(index.Root, null, 0, alive: true);

    /// <summary>Goes on by some more of the text.</summary>
    public PatternCursor Advance(ReadOnlySpan<char> text)
    {
        if (!_alive)
        {
            return this;
        }

        var (node, edge, offset) = (_node, _edge, _offset);
        while (true)
        {
            if (edge is not null)
            {
                var length = Math.Min(edge.Label.Length - offset, text.Length);
                if (!text[..length].SequenceEqual(edge.Label.AsSpan(offset, length)))
                {
                    return new(node, null, 0, alive: false);
                }

                text = text[length..];
                offset += length;
                if (offset < edge.Label.Length)
                {
                    return new(node, edge, offset, alive: true);
                }

                (node, edge, offset) = (edge, null, 0);
            }

            if (text.IsEmpty)
            {
                return new(node, null, 0, alive: true);
            }

            if (node.Step(text[0]) is not { } next)
            {
                return new(node, null, 0, alive: false);
            }

            edge = next;
        }
    }

    /// <summary>The text ends here: finds the patterns that stand for it.</summary>
    /// <param name="text">The whole text, from the start.</param>
    /// <param name="hits">Takes them.</param>
    public void Finish(ReadOnlySpan<char> text, ref PatternHits hits)
    {
        if (_alive && _edge is null)
        {
            foreach (var id in _node.Exact)
            {
                hits.Add(id);
            }
        }

        for (var wild = _node.NearestWild; wild is not null && !hits.Done; wild = wild.WildAbove)
        {
            wild.Wild!.Match(text[wild.Depth..], ref hits);
        }
    }

    /// <summary>The text goes on with a wildcard of its own: finds the patterns that have something in common with it.</summary>
    /// <param name="index">The patterns.</param>
    /// <param name="text">The whole text with its wildcards, from the start.</param>
    /// <param name="hits">Takes them.</param>
    public void FinishOverlapping(PatternIndex index, ReadOnlySpan<char> text, ref PatternHits hits)
    {
        for (var wild = _node.NearestWild; wild is not null && !hits.Done; wild = wild.WildAbove)
        {
            Overlapping(wild.Wild!.All, text, ref hits);
        }

        if (_alive)
        {
            Below(index, _edge ?? _node, text, ref hits, seen: _edge is null);
        }
    }

    private static void Below(PatternIndex index, PrefixNode node, ReadOnlySpan<char> text, ref PatternHits hits, bool seen)
    {
        foreach (var id in node.Exact)
        {
            if (index[id].OverlapsFolded(text))
            {
                hits.Add(id);
            }
        }

        if (!seen && node.Wild is not null)
        {
            Overlapping(node.Wild.All, text, ref hits);
        }

        foreach (var next in node.Below)
        {
            if (hits.Done)
            {
                return;
            }

            Below(index, next, text, ref hits, seen: false);
        }
    }

    private static void Overlapping(Glob[] globs, ReadOnlySpan<char> text, ref PatternHits hits)
    {
        foreach (var glob in globs)
        {
            if (hits.Done)
            {
                return;
            }

            if (glob.OverlapsFolded(text))
            {
                hits.Add(glob.Id);
            }
        }
    }
}
