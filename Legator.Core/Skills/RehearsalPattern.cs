using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Legator.Core.Skills;

/// <summary>Regular expressions of rehearsals: without back-tracking, so that no text can make one run for long.</summary>
internal static class RehearsalPattern
{
    private const int MaxKept = 1_000;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly ConcurrentDictionary<string, Regex> Made = new(StringComparer.Ordinal);

    public static void Check(string? pattern, string path, SkillFileNotes notes)
    {
        try
        {
            _ = pattern is null ? null : Compile(pattern);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            notes.Problem(path, $"'{pattern}' is not a regular expression that can be used here: {e.Message}");
        }
    }

    /// <summary>Making one costs more than using it, and the same few are used turn after turn, run after run.</summary>
    public static Regex Compile(string pattern)
    {
        if (Made.TryGetValue(pattern, out var made))
        {
            return made;
        }

        made = new Regex(pattern, Options);
        return Made.Count < MaxKept ? Made.GetOrAdd(pattern, made) : made;
    }
}
