using System.Text.RegularExpressions;

namespace Legator.Core.Skills;

/// <summary>Placeholders of the form <c>${name.value}</c>, or <c>${name.value|text}</c> where the text stands in for a value that is not there.</summary>
internal static partial class RehearsalPlaceholder
{
    public static IEnumerable<string> In(string text) => Pattern().Matches(text).Select(match => match.Groups[1].Value);

    public static string Expand(string text, Func<string, string?> value, string missing) =>
        Pattern().Replace(text, match => value(match.Groups[1].Value) ?? (match.Groups[2].Success ? match.Groups[2].Value : missing));

    [GeneratedRegex(@"\$\{([^{}\s|]+)(?:\|([^{}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
