namespace Legator.Core.Guardrails.Patterns;

/// <summary>A pattern in which <c>*</c> stands for any characters, also none, and everything else for itself without regard to case. Anchored at both ends; time grows with pattern times text and never faster.</summary>
public sealed class Glob
{
    private readonly string _folded;
    private readonly string[] _middles;
    private readonly int _least;
    private readonly int _blanks;
    private readonly int _slashes;

    /// <summary>Reads a pattern; runs of white space count as one space.</summary>
    public Glob(string pattern)
        : this(pattern, 0)
    {
    }

    internal Glob(string pattern, int id)
    {
        Id = id;
        Pattern = Squeeze(pattern);
        _folded = Fold(Pattern);
        var parts = _folded.Split('*');
        Exact = parts.Length == 1;
        Prefix = parts[0];
        Suffix = Exact ? "" : parts[^1];
        _middles = Exact ? [] : [.. parts[1..^1].Where(p => p.Length > 0)];
        _least = _middles.Sum(m => m.Length);
        _blanks = _folded.Count(c => c == ' ');
        _slashes = _folded.Count(c => c == '/');
    }

    /// <summary>The pattern as it is matched.</summary>
    public string Pattern { get; }

    /// <summary>Its number within a list.</summary>
    internal int Id { get; }

    /// <summary>True when it has no wildcard.</summary>
    internal bool Exact { get; }

    /// <summary>What it begins with, folded; the whole pattern when it has no wildcard.</summary>
    internal string Prefix { get; }

    /// <summary>What it ends with, folded, behind its last wildcard.</summary>
    internal string Suffix { get; }

    /// <summary>The first text that must occur between its ends, folded; null when there is none.</summary>
    internal string? FirstMiddle => _middles.Length == 0 ? null : _middles[0];

    /// <summary>Brings text into the form in which patterns and subjects are compared.</summary>
    internal static string Fold(string text) => text.ToUpperInvariant();

    /// <summary>True when the pattern stands for the text. A <c>*</c> in the text is a character like any other, which only a <c>*</c> of the pattern stands for.</summary>
    public bool Matches(string text) => MatchesFolded(Fold(text));

    /// <summary>True when some text fits both this pattern and <paramref name="other"/>, whose <c>*</c> stands for any characters but blanks and slashes: the names of objects have none.</summary>
    public bool Overlaps(string other) => OverlapsFolded(Fold(other));

    internal bool MatchesFolded(ReadOnlySpan<char> text)
    {
        if (Exact)
        {
            return text.SequenceEqual(Prefix);
        }

        return text.Length >= Prefix.Length + Suffix.Length
            && text.StartsWith(Prefix)
            && text.EndsWith(Suffix)
            && MiddlesFit(text[Prefix.Length..^Suffix.Length]);
    }

    /// <summary>True when what is between the two ends fits. With * as the only wildcard, the leftmost place for each part is always right once both ends are anchored.</summary>
    internal bool MiddlesFit(ReadOnlySpan<char> rest)
    {
        if (rest.Length < _least)
        {
            return false;
        }

        foreach (var part in _middles)
        {
            var at = rest.IndexOf(part);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return true;
    }

    internal bool OverlapsFolded(ReadOnlySpan<char> other)
    {
        var last = other.LastIndexOf('*');
        if (last < 0)
        {
            return MatchesFolded(other);
        }

        // What cannot fit at its ends, or lacks blanks or slashes that no name can bring along, needs no closer look.
        return EndsFit(other, last) && other.Count(' ') >= _blanks && other.Count('/') >= _slashes && GlobOverlap.Exists(_folded, other);
    }

    private bool EndsFit(ReadOnlySpan<char> other, int last)
    {
        var end = other[(last + 1)..];
        var suffix = Exact ? _folded : Suffix;
        var after = Math.Min(end.Length, suffix.Length);
        if (!end[^after..].SequenceEqual(suffix.AsSpan(suffix.Length - after)))
        {
            return false;
        }

        var before = Math.Min(other.IndexOf('*'), Prefix.Length);
        return other[..before].SequenceEqual(Prefix.AsSpan(0, before));
    }

    private static string Squeeze(string pattern) =>
        string.Join(' ', pattern.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
