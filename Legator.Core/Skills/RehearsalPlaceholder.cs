using System.Text.RegularExpressions;

namespace Legator.Core.Skills;

/// <summary>Placeholders of the form <c>${name.value}</c>.</summary>
internal static partial class RehearsalPlaceholder
{
    public static IEnumerable<string> In(string text) => Pattern().Matches(text).Select(match => match.Groups[1].Value);

    public static string Expand(string text, Func<string, string> value) => Pattern().Replace(text, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\$\{([^{}\s]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
