using System.Text.RegularExpressions;

namespace Legator.Core.Skills;

/// <summary>Regular expressions of rehearsals: without back-tracking, so that no text can make one run for long.</summary>
internal static class RehearsalPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

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

    public static Regex Compile(string pattern) => new(pattern, Options);
}
