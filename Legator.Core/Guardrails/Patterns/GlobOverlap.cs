namespace Legator.Core.Guardrails.Patterns;

/// <summary>Finds out whether two texts with wildcards can stand for the same thing.</summary>
internal static class GlobOverlap
{
    private const int OnStack = 256;

    /// <summary>True when some text fits both.</summary>
    /// <param name="pattern">Folded; its <c>*</c> stands for any characters.</param>
    /// <param name="other">Folded; its <c>*</c> stands for any characters but blanks and slashes.</param>
    public static bool Exists(ReadOnlySpan<char> pattern, ReadOnlySpan<char> other)
    {
        var length = other.Length + 1;
        Span<bool> reachable = length <= OnStack ? stackalloc bool[length] : new bool[length];
        Span<bool> next = length <= OnStack ? stackalloc bool[length] : new bool[length];
        reachable[0] = true;
        Spread(reachable, other);
        foreach (var symbol in pattern)
        {
            if (symbol == '*')
            {
                AnyCharacters(reachable);
            }
            else
            {
                OneCharacter(reachable, next, other, symbol);
                next.CopyTo(reachable);
            }

            Spread(reachable, other);
        }

        return reachable[^1];
    }

    private static void AnyCharacters(Span<bool> reachable)
    {
        var first = reachable.IndexOf(true);
        if (first >= 0)
        {
            reachable[first..].Fill(true);
        }
    }

    private static void OneCharacter(ReadOnlySpan<bool> reachable, Span<bool> next, ReadOnlySpan<char> other, char symbol)
    {
        next.Clear();
        for (var i = 0; i < other.Length; i++)
        {
            if (!reachable[i])
            {
                continue;
            }

            if (other[i] == '*')
            {
                next[i] |= symbol is not (' ' or '/');
            }
            else
            {
                next[i + 1] |= other[i] == symbol;
            }
        }
    }

    private static void Spread(Span<bool> reachable, ReadOnlySpan<char> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            reachable[i + 1] |= reachable[i] && other[i] == '*';
        }
    }
}
