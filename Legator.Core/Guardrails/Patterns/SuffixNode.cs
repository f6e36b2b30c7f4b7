using System.Buffers;

namespace Legator.Core.Guardrails.Patterns;

/// <summary>A place in the tree of what patterns end with, read from the end.</summary>
internal sealed class SuffixNode(string label, IReadOnlyList<Glob> here, IReadOnlyList<SuffixNode> below)
{
    private readonly string _lasts = string.Concat(below.Select(n => n._label[^1]));
    private readonly SuffixNode[] _below = [.. below];
    private readonly string _label = label;
    private readonly Glob[] _here = [.. here.Where(g => g.FirstMiddle is null)];
    private readonly Glob[] _middled = [.. here.Where(g => g.FirstMiddle is not null)];

    // One look at the text says whether any of many patterns can fit between the ends.
    private readonly SearchValues<string>? _middles = here.Count(g => g.FirstMiddle is not null) > 1
        ? SearchValues.Create([.. here.Select(g => g.FirstMiddle).OfType<string>()], StringComparison.Ordinal)
        : null;

    /// <summary>Every pattern at this node and below.</summary>
    public Glob[] All { get; } = [.. here, .. below.SelectMany(n => n.All)];

    /// <summary>Arranges patterns by their ends.</summary>
    public static SuffixNode Build(IReadOnlyList<Glob> globs) =>
        LiteralTree.Build<Glob, SuffixNode>(globs, g => Reverse(g.Suffix), (label, _, here, below) => new SuffixNode(Reverse(label), here, below));

    /// <summary>Finds the patterns that stand for what is left of a text behind their beginnings.</summary>
    public void Match(ReadOnlySpan<char> rest, ref PatternHits hits)
    {
        var node = this;
        while (!hits.Done)
        {
            node.MatchHere(rest, ref hits);
            if (rest.IsEmpty || node.Step(rest[^1]) is not { } next || !rest.EndsWith(next._label))
            {
                return;
            }

            node = next;
            rest = rest[..^next._label.Length];
        }
    }

    /// <summary>False when no pattern can stand for a text that ends so, whatever is before it.</summary>
    public bool MayEnd(ReadOnlySpan<char> end)
    {
        var node = this;
        while (node._here.Length + node._middled.Length == 0 && !end.IsEmpty)
        {
            if (node.Step(end[^1]) is not { } next)
            {
                return false;
            }

            var common = Math.Min(end.Length, next._label.Length);
            if (!end.EndsWith(next._label.AsSpan(next._label.Length - common)))
            {
                return false;
            }

            node = next;
            end = end[..^common];
        }

        return true;
    }

    private void MatchHere(ReadOnlySpan<char> rest, ref PatternHits hits)
    {
        foreach (var glob in _here)
        {
            hits.Add(glob.Id);
        }

        if (_middled.Length == 0 || (_middles is not null && !rest.ContainsAny(_middles)))
        {
            return;
        }

        foreach (var glob in _middled)
        {
            if (glob.MiddlesFit(rest))
            {
                hits.Add(glob.Id);
            }
        }
    }

    private SuffixNode? Step(char last)
    {
        var at = _lasts.AsSpan().IndexOf(last);
        return at < 0 ? null : _below[at];
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
