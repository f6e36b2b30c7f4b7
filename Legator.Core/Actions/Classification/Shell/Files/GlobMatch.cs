namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Compares names and paths that may hold patterns.</summary>
internal static class GlobMatch
{
    // Beyond this nobody's path is ordinary, and the answer is the careful one.
    private const int Longest = 4096;

    /// <summary>True when some name fits both patterns.</summary>
    /// <param name="left">A name as a shell reads it: its stars do not find hidden files.</param>
    /// <param name="right">A name of a rule.</param>
    public static bool Overlap(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > Longest || right.Length > Longest)
        {
            return true;
        }

        // Most rules are a star with an ending, or a beginning with a star.
        if (right.Length > 1 && right[0] == PathSigns.Star && !PathSigns.In(right[1..]) && !PathSigns.In(left))
        {
            return left.EndsWith(right[1..], StringComparison.Ordinal);
        }

        if (right.Length > 1 && right[^1] == PathSigns.Star && !PathSigns.In(right[..^1]) && !PathSigns.In(left))
        {
            return left.StartsWith(right[..^1], StringComparison.Ordinal);
        }

        if (left is [PathSigns.Star or PathSigns.One, ..] && right is ['.', ..])
        {
            return false;
        }

        var reachable = right.Length < 256 ? stackalloc bool[right.Length + 1] : new bool[right.Length + 1];
        Start(right, reachable);
        foreach (var sign in left)
        {
            Step(sign, right, reachable);
        }

        return reachable[^1];
    }

    /// <summary>True when every name that fits the first pattern fits the second.</summary>
    public static bool Within(ReadOnlySpan<char> inner, ReadOnlySpan<char> outer)
    {
        var reachable = outer.Length < 256 ? stackalloc bool[outer.Length + 1] : new bool[outer.Length + 1];
        Start(outer, reachable);
        foreach (var sign in inner)
        {
            var diagonal = reachable[0];
            reachable[0] = false;
            for (var i = 0; i < outer.Length; i++)
            {
                var old = reachable[i + 1];
                var star = outer[i] == PathSigns.Star;
                var fits = star || outer[i] == sign && !IsMany(sign) || outer[i] == PathSigns.One && !IsMany(sign);
                reachable[i + 1] = diagonal && fits || star && (old || reachable[i]);
                diagonal = old;
            }
        }

        return reachable[^1];
    }

    private static bool IsMany(char sign) => sign is PathSigns.Star or PathSigns.Any or PathSigns.Deep;

    private static void Start(ReadOnlySpan<char> pattern, Span<bool> reachable)
    {
        reachable.Clear();
        reachable[0] = true;
        for (var i = 0; i < pattern.Length && IsMany(pattern[i]); i++)
        {
            reachable[i + 1] = true;
        }
    }

    // reachable[i] says that some text fits what was read of the left pattern and the first i signs of the right one.
    private static void Step(char sign, ReadOnlySpan<char> right, Span<bool> reachable)
    {
        if (IsMany(sign))
        {
            for (var i = 0; i < right.Length; i++)
            {
                reachable[i + 1] |= reachable[i];
            }

            return;
        }

        var diagonal = reachable[0];
        reachable[0] = false;
        for (var i = 0; i < right.Length; i++)
        {
            var old = reachable[i + 1];
            var many = IsMany(right[i]);
            var fits = many || right[i] == sign || right[i] == PathSigns.One || sign == PathSigns.One;
            reachable[i + 1] = diagonal && fits || many && (old || reachable[i]);
            diagonal = old;
        }
    }
}
