using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Lines for a cloud's command line. What only says which resource is meant, or how many, is a word of the program's own; any other option changes what is done.</summary>
internal static partial class CloudLine
{
    private static readonly FrozenSet<string> Selectors = "n g name names id ids resource-group cluster service services tasks desired-count desired-capacity".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Ends = ["-id", "-ids", "-name", "-names", "-identifier", "-identifiers", "-arn", "-arns"];

    /// <summary>The line without the names of such options; what they say stays.</summary>
    public static string WithoutSelectors(string line) =>
        Options().Replace(line, option => Selectors.Contains(option.Groups["name"].Value) || Ends.Any(end => option.Groups["name"].Value.EndsWith(end, StringComparison.Ordinal)) ? " " : option.Value);

    [GeneratedRegex(@"(?<!\S)--?(?<name>[a-z][a-z-]*)(?=[\s=]|$)=?")]
    private static partial Regex Options();
}
