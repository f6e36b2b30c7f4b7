namespace Legator.Core.Guardrails.Patterns;

/// <summary>Finds out whether two texts with wildcards can stand for the same thing: it follows all places of the other text that a beginning of the pattern can reach, one bit for each.</summary>
internal static class GlobOverlap
{
    private const int Word = 64;
    private const int Ascii = 128;

    /// <summary>True when some text fits both.</summary>
    /// <param name="pattern">Folded; its <c>*</c> stands for any characters.</param>
    /// <param name="other">Folded; its <c>*</c> stands for any characters but blanks and slashes.</param>
    public static bool Exists(ReadOnlySpan<char> pattern, ReadOnlySpan<char> other) =>
        other.Length < Word && System.Text.Ascii.IsValid(other) ? InOneWord(pattern, other) : InBits(pattern, other);

    private static bool InOneWord(ReadOnlySpan<char> pattern, ReadOnlySpan<char> other)
    {
        Span<ulong> places = stackalloc ulong[Ascii];
        places.Clear();
        for (var i = 0; i < other.Length; i++)
        {
            places[other[i]] |= 1UL << i;
        }

        var wild = places['*'];
        var reachable = Spread(1UL, wild);
        foreach (var symbol in pattern)
        {
            if (symbol == '*')
            {
                // From the lowest place on, everything.
                reachable |= 0 - reachable;
            }
            else
            {
                var literal = symbol < Ascii ? places[symbol] & ~wild : 0;
                var absorbed = symbol is ' ' or '/' ? 0 : reachable & wild;
                reachable = Spread(((reachable & literal) << 1) | absorbed, wild);
            }

            if (reachable == 0)
            {
                return false;
            }
        }

        return (reachable & (1UL << other.Length)) != 0;
    }

    // A wildcard of the other text may also stand for nothing.
    private static ulong Spread(ulong reachable, ulong wild)
    {
        for (var more = (reachable & wild) << 1; (more & ~reachable) != 0; more = (reachable & wild) << 1)
        {
            reachable |= more;
        }

        return reachable;
    }

    private static bool InBits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> other)
    {
        var reachable = new bool[other.Length + 1];
        var next = new bool[other.Length + 1];
        reachable[0] = true;
        Spread(reachable, other);
        foreach (var symbol in pattern)
        {
            if (symbol == '*')
            {
                var first = Array.IndexOf(reachable, true);
                Array.Fill(reachable, first >= 0, Math.Max(0, first), reachable.Length - Math.Max(0, first));
            }
            else
            {
                OneCharacter(reachable, next, other, symbol);
                (reachable, next) = (next, reachable);
                Spread(reachable, other);
            }
        }

        return reachable[^1];
    }

    private static void OneCharacter(bool[] reachable, bool[] next, ReadOnlySpan<char> other, char symbol)
    {
        Array.Clear(next);
        for (var i = 0; i < other.Length; i++)
        {
            if (reachable[i] && other[i] == '*')
            {
                next[i] |= symbol is not (' ' or '/');
            }
            else if (reachable[i])
            {
                next[i + 1] |= other[i] == symbol;
            }
        }
    }

    private static void Spread(bool[] reachable, ReadOnlySpan<char> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            reachable[i + 1] |= reachable[i] && other[i] == '*';
        }
    }
}
