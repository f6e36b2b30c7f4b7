using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>Finds the values that a sentence gives to fields of a call: <c>severity `info`</c>, <c>the key last-look</c>, <c>with the summary `web was looked at`</c>.</summary>
internal static partial class GivenValues
{
    // "key last-look and value done": so far apart they belong together.
    private const int Near = 14;

    // "The value what you saw": none of these is a value.
    private static readonly FrozenSet<string> Asking = "what which how whatever that it this those there whether".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a field; empty where the sentence gives none, or leaves open what it is.</summary>
    /// <param name="said">The sentence.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="bare">A word without marks counts too, where nothing but the end of a part follows it.</param>
    public static List<string> Of(AuthoredPassage said, string field, bool bare) => All(said, field, bare) is var values && values.Exists(IsOpen) ? [] : values;

    private static List<string> All(AuthoredPassage said, string field, bool bare)
    {
        var values = new List<string>();
        var last = -Near;
        foreach (Match match in Fields().Matches(said.Text))
        {
            var isBare = match.Groups["bare"].Success;
            if (match.Groups["field"].Value.Equals(field, StringComparison.OrdinalIgnoreCase) && (!isBare || bare || match.Index - last < Near))
            {
                values.AddRange(match.Groups[isBare ? "bare" : "marked"].Captures.Select(c => isBare ? c.Value : c.Value[1..^1].Trim()));
            }

            last = match.Groups["field"].Value.Equals("key", StringComparison.OrdinalIgnoreCase) ? match.Index + match.Length : last;
        }

        return values.FindAll(v => !Asking.Contains(v));
    }

    /// <summary>The keys of notes that a sentence gives.</summary>
    public static List<string> KeysOf(AuthoredPassage said) =>
        [.. All(said, "key", bare: true), .. Places().Matches(said.Text).SelectMany(m => m.Groups["marked"].Captures).Select(c => c.Value[1..^1].Trim())];

    /// <summary>The types of events that a sentence gives in marks: <c>publish an event `web-checked`</c>.</summary>
    public static IEnumerable<string> TypesOf(AuthoredPassage said) => Types().Matches(said.Text).SelectMany(m => m.Groups["marked"].Captures).Select(c => c.Value[1..^1]);

    /// <summary>What a sentence wants asked in just these words: <c>ask helper: "Is the import through?"</c>. Empty where something in it is left open.</summary>
    public static IEnumerable<string> Questions(AuthoredPassage said) => Spoken().Matches(said.Text).Select(m => m.Groups["said"].Value.Trim()).Where(q => q.Contains(' ', StringComparison.Ordinal) && !IsOpen(q));

    /// <summary>True where the two say the same, but for what ends a sentence.</summary>
    public static bool AreSame(string given, string value) => given.Trim().TrimEnd('.').Equals(value.Trim().TrimEnd('.'), StringComparison.Ordinal);

    /// <summary>True for a value in which something is left to be filled in: <c>web: N errors</c>, <c>seen-{pod}</c>.</summary>
    public static bool IsOpen(string value) => value.AsSpan().IndexOfAny("<{*…") >= 0 || value.Contains("...", StringComparison.Ordinal) || value.Split(' ').Any(part => part is "N" or "X" || WrittenAddress.IsOpen(part));

    [GeneratedRegex("""
        \b(?<field>key|value|severity|summary|detail|task|priority)s?\b["'`]?(?:\s+(?:of|is|as|to|be|the|a|an|exactly|with)\b)*\s*[:=]?\s*
        (?:(?<marked>`[^`]+`|"[^"]+"|“[^”]+”|(?<!\w)'[^']+'(?!\w))(?:\s*(?:,?\s*\b(?:or|and)\b|,|/)\s*(?<marked>`[^`]+`|"[^"]+"|“[^”]+”))*
        |(?<bare>\w(?:[\w.-]*\w)?)(?:\s*(?:/|\bor\b)\s*(?<bare>\w(?:[\w.-]*\w)?))*(?=[`)\]"]*(?:[.,;:!?)](?:\s|$)|\s*$|\s+(?:and|with|or|when|once|where|if|for|after|so|then|in|to|at)\b|\s*\()))
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Fields();

    [GeneratedRegex(@"\b(?:events?|findings?|publish)\s+(?<marked>`[\w.-]+`|""[\w.-]+"")(?:\s*(?:,|\band\b|\bor\b)\s*(?<marked>`[\w.-]+`|""[\w.-]+""))*", RegexOptions.IgnoreCase)]
    private static partial Regex Types();

    [GeneratedRegex(@"\b(?:ask|asks|tell|tells)\b[^""“„]{0,60}[:,]?\s*[""“„](?<said>[^""”“]{8,})[""”“]", RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?:\bunder\s+|\bstate\.set`?\s+)(?<marked>`[^`]+`|""[^""]+"")(?:\s*(?:,|\band\b|\bor\b)\s*(?<marked>`[^`]+`|""[^""]+""))*", RegexOptions.IgnoreCase)]
    private static partial Regex Places();
}
