using System.Text.RegularExpressions;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>Whether the values in a line that reads from a cloud are people's, the cloud's own, or words that all such lines have.</summary>
internal static partial class OutwardCloud
{
    /// <summary>The first value that nobody wrote; null where there is none.</summary>
    public static string? FirstUnwritten(string line, OutwardWords words, OutsideReading reading)
    {
        if (!System.Text.Ascii.IsValid(line))
        {
            return line;
        }

        // What selects from the answer stays here.
        var option = "";
        foreach (var token in Tokens().Matches(Local().Replace(line, " ")).Select(m => m.Value.Trim('\'', '"')))
        {
            var value = token;
            if (token.StartsWith('-'))
            {
                var cut = token.IndexOf('=', StringComparison.Ordinal);
                option = (cut < 0 ? token : token[..cut]).TrimStart('-');
                value = cut < 0 ? "" : token[(cut + 1)..];
            }

            if (value.Length > 0 && !words.IsTime(value) && !Region().IsMatch(value) && FirstForeign(value, CloudLine.Selects(option), words, reading) is { } foreign)
            {
                return foreign;
            }
        }

        return null;
    }

    private static string? FirstForeign(string value, bool selects, OutwardWords words, OutsideReading reading)
    {
        foreach (var term in OutwardWords.Terms(value))
        {
            var isOwn = reading.IsAnswered(term) && (selects || words.IsId(term));
            if (!isOwn && !words.IsName(term) && !words.IsWritten(term) && !OutwardWords.IsShortNumber(term) && !IsPeriod(term) && !PlainWords.IsOfCloud(term) && !(term.Contains('.', StringComparison.Ordinal) && term.Split('.').All(words.IsWritten)))
            {
                return term;
            }
        }

        return null;
    }

    private static bool IsPeriod(string term) => term is "3600" or "86400" or "604800" or "1000" or "arn";

    [GeneratedRegex(@"'[^']*'|""[^""]*""|(?:[^\s'""]|'[^']*'|""[^""]*"")+")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"(?<!\S)--query[= ]\s*(?:'[^']*'|""[^""]*""|\S+)|(?<!\S)(?:--output|-o)[= ]\s*(?:json|text|table|yaml|tsv|jsonc|none)(?!\S)")]
    private static partial Regex Local();

    [GeneratedRegex(@"^(?:[a-z]{2}(?:-gov)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d[a-z]?|(?:north|south|east|west|central|northeast)?(?:us|europe|asia|uk|india|japan|france|germany)\d?)$")]
    private static partial Regex Region();
}
