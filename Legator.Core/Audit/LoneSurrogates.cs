using System.Text.Json;
using System.Text.RegularExpressions;

namespace Legator.Core.Audit;

/// <summary>JSON may hold half of a surrogate pair, which is no text: it can neither be read nor written. A model or a tool that sends one must not stop the journal, so it becomes U+FFFD.</summary>
internal static partial class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same element where there is nothing to repair.</summary>
    public static JsonElement Repair(JsonElement element)
    {
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String))
        {
            return element;
        }

        var raw = element.GetRawText();
        if (!raw.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return element;
        }

        var repaired = Escape().Replace(raw, escape => escape.Length == EscapeLength && IsHalf(escape.Value) ? @"\ufffd" : escape.Value);
        return repaired == raw ? element : JsonElement.Parse(repaired);
    }

    private static bool IsHalf(string escape) => escape[1] == 'u' && escape[2] is ('d' or 'D') && escape[3] is not (>= '0' and <= '7');

    // Whole pairs first, then any escape: so a backslash that is itself escaped is never taken for the start of one.
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
