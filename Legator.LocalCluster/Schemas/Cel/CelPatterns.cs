using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Compiled patterns of <c>matches()</c>. Patterns are nearly always literals, so a small cache holds them all.</summary>
internal static class CelPatterns
{
    private const int Capacity = 256;
    private static readonly ConcurrentDictionary<string, Regex> Cache = new(StringComparer.Ordinal);

    public static bool IsMatch(string text, string pattern)
    {
        if (!Cache.TryGetValue(pattern, out var regex))
        {
            regex = Compile(pattern);
            if (Cache.Count < Capacity)
            {
                Cache[pattern] = regex;
            }
        }
        return regex.IsMatch(text);
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return GoPattern.Compile(pattern);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new CelException($"error parsing regexp: {problem.Message}");
        }
    }
}
