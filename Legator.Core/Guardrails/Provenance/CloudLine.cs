using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Lines for a cloud's command line. What only says which resource is meant, or how many, is a word of the program's own; any other option changes what is done.</summary>
internal static partial class CloudLine
{
    private static readonly FrozenSet<string> Selectors = "n g name names id ids resource-group cluster service services tasks desired-count desired-capacity".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Ends = ["-id", "-ids", "-name", "-names", "-identifier", "-identifiers", "-arn", "-arns"];

    /// <summary>True for an option that only says which resource is meant, or how many.</summary>
    public static bool Selects(string option) => Selectors.Contains(option) || Ends.Any(end => option.EndsWith(end, StringComparison.Ordinal));

    /// <summary>The line without the names of such options; what they say stays.</summary>
    public static string WithoutSelectors(string line) =>
        Options().Replace(line, option => Selects(option.Groups["name"].Value) ? " " : option.Value);

    [GeneratedRegex(@"(?<!\S)--?(?<name>[a-z][a-z-]*)(?=[\s=]|$)=?")]
    private static partial Regex Options();
}
