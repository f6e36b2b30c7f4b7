namespace Legator.Core.Guardrails.Patterns;

/// <summary>Builds trees over literal texts in which every step consumes what the texts below it have in common.</summary>
internal static class LiteralTree
{
    /// <summary>Makes one node of its label, how deep it ends, the items that end there, and the nodes below.</summary>
    public delegate TNode Maker<TItem, TNode>(string label, int depth, IReadOnlyList<TItem> here, IReadOnlyList<TNode> below);

    /// <summary>Builds the tree; the root has no label.</summary>
    public static TNode Build<TItem, TNode>(IReadOnlyList<TItem> items, Func<TItem, string> key, Maker<TItem, TNode> make) =>
        Node(items, key, 0, 0, make);

    private static TNode Node<TItem, TNode>(IReadOnlyList<TItem> items, Func<TItem, string> key, int from, int to, Maker<TItem, TNode> make)
    {
        var below = items.Where(i => key(i).Length > to)
            .GroupBy(i => key(i)[to])
            .OrderBy(g => g.Key)
            .Select(g => g.ToList())
            .Select(group => Node(group, key, to, CommonEnd(group, key, to + 1), make))
            .ToList();
        return make(key(items[0])[from..to], to, [.. items.Where(i => key(i).Length == to)], below);
    }

    private static int CommonEnd<TItem>(List<TItem> items, Func<TItem, string> key, int from)
    {
        var first = key(items[0]);
        var end = first.Length;
        foreach (var item in items)
        {
            var other = key(item);
            end = Math.Min(end, other.Length);
            end = from + first.AsSpan(from, Math.Max(0, end - from)).CommonPrefixLength(other.AsSpan(from));
        }

        return end;
    }
}
