using System.Text.RegularExpressions;

namespace Legator.Core.Delegation;

/// <summary>The marks around text from outside, by which a prompt that holds some can be told.</summary>
public static partial class OutsideText
{
    /// <summary>Stands in the mark that begins such text, and nowhere in what the product itself writes.</summary>
    public const string Attribute = "trust=\"none\"";

    /// <summary>True when a prompt holds text from outside. A mark that begins and does not end counts: what follows it is not ours.</summary>
    public static bool IsIn(string prompt) => Begun().IsMatch(prompt);

    /// <summary>Every text from outside that a prompt holds.</summary>
    public static IEnumerable<string> In(string prompt) => Marked().Matches(prompt).Select(mark => mark.Groups["text"].Value);

    // Prompts are recorded without secrets, and a secret may be called "none": a mark is known by its shape and not by its words.
    [GeneratedRegex("<data-[^\\s>…]+ ")]
    private static partial Regex Begun();

    [GeneratedRegex("<data-(?<mark>[^\\s>]+) [^\n]*>\n(?<text>.*?)\n</data-\\k<mark>>", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
