namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Commands of a query that name one thing to be shown: <c>listVirtualMachines</c>, a <c>show</c> of PAN-OS.</summary>
internal static class NamedReads
{
    private const int LongestName = 60;

    private static readonly string[] Secrets = ["password", "secret", "key", "token", "credential", "config"];

    /// <summary>True when the value only shows.</summary>
    /// <param name="key">The field; a script or a shell is told by name what to run.</param>
    /// <param name="value">What it holds.</param>
    public static bool Is(string key, string value) =>
        key.ToLowerInvariant() is "command" or "cmd" && !HoldsSecret(value) && (IsList(value) || IsShow(value));

    private static bool IsList(string value) =>
        value.Length is > 5 and < LongestName && value.StartsWith("list", StringComparison.Ordinal) && char.IsAsciiLetterUpper(value[4]) && value.All(char.IsAsciiLetter)
        && !value.Contains("And", StringComparison.Ordinal) && MutationWords.OfAction(value) == RiskTier.Read;

    // One element, whose inside is all shown.
    private static bool IsShow(string value) =>
        value.StartsWith("<show>", StringComparison.Ordinal) && value.IndexOf("</show>", StringComparison.Ordinal) == value.Length - 7 && !value.AsSpan().ContainsAny("&;|$`!%");

    private static bool HoldsSecret(string value) => Array.Exists(Secrets, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
