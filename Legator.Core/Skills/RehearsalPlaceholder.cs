using System.Text.RegularExpressions;

namespace Legator.Core.Skills;

/// <summary>Placeholders of the form <c>${name.value}</c>, or <c>${name.value|text}</c> where the text stands in for a value that is not there. <c>$${</c> stands for <c>${</c> itself.</summary>
internal static partial class RehearsalPlaceholder
{
    public static IEnumerable<string> In(string text) => Pattern().Matches(text).Where(match => match.Groups[1].Success).Select(match => match.Groups[1].Value);

    /// <summary>A text in which nothing is a placeholder.</summary>
    public static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    public static string Expand(string text, Func<string, string?> value, string missing) =>
        Pattern().Replace(text, match => !match.Groups[1].Success ? "${" : value(match.Groups[1].Value) ?? (match.Groups[2].Success ? match.Groups[2].Value : missing));

    [GeneratedRegex(@"\$\$\{|\$\{([^{}\s|]+)(?:\|([^{}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
