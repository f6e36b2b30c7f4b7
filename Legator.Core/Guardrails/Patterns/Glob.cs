namespace Legator.Core.Guardrails.Patterns;

/// <summary>A pattern in which <c>*</c> stands for any characters, also none, and everything else for itself without regard to case. Anchored at both ends; time grows with pattern times text and never faster.</summary>
public sealed class Glob
{
    private readonly string[] _parts;

    /// <summary>Reads a pattern; runs of white space count as one space.</summary>
    public Glob(string pattern)
    {
        Pattern = Squeeze(pattern);
        _parts = Pattern.Split('*');
    }

    /// <summary>The pattern as it is matched.</summary>
    public string Pattern { get; }

    /// <summary>True when the pattern stands for the text. A <c>*</c> in the text is a character like any other, which only a <c>*</c> of the pattern stands for.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (_parts.Length == 1)
        {
            return text.Equals(Pattern, StringComparison.OrdinalIgnoreCase);
        }

        // With * as the only wildcard, the leftmost place for each middle part is always right once both ends are anchored.
        var (first, last) = (_parts[0], _parts[^1]);
        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.OrdinalIgnoreCase)
            || !text.EndsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return MiddlesFit(text[first.Length..^last.Length]);
    }

    /// <summary>True when some text fits both this pattern and <paramref name="other"/>, whose <c>*</c> stands for any characters but blanks and slashes: the names of objects have none.</summary>
    public bool Overlaps(ReadOnlySpan<char> other)
    {
        var reachable = new bool[other.Length + 1];
        reachable[0] = true;
        Spread(reachable, other);
        foreach (var symbol in Pattern)
        {
            reachable = symbol == '*' ? AnyCharacters(reachable) : OneCharacter(reachable, other, symbol);
            Spread(reachable, other);
        }

        return reachable[^1];
    }

    private static bool[] AnyCharacters(bool[] reachable)
    {
        for (var i = 1; i < reachable.Length; i++)
        {
            reachable[i] |= reachable[i - 1];
        }

        return reachable;
    }

    private static bool[] OneCharacter(bool[] reachable, ReadOnlySpan<char> other, char symbol)
    {
        var next = new bool[reachable.Length];
        for (var i = 0; i < other.Length; i++)
        {
            if (other[i] == '*')
            {
                next[i] |= reachable[i] && symbol is not (' ' or '/');
            }
            else if (char.ToUpperInvariant(other[i]) == char.ToUpperInvariant(symbol))
            {
                next[i + 1] |= reachable[i];
            }
        }

        return next;
    }

    private static void Spread(bool[] reachable, ReadOnlySpan<char> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            reachable[i + 1] |= reachable[i] && other[i] == '*';
        }
    }

    private static string Squeeze(string pattern) =>
        string.Join(' ', pattern.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool MiddlesFit(ReadOnlySpan<char> rest)
    {
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var at = rest.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return true;
    }
}
