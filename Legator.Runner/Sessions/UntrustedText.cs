using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Legator.Core.Delegation;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>Marks text from outside as data. The mark depends on the text, so no text can hold the mark that ends it.</summary>
internal static partial class UntrustedText
{
    public static string Wrap(string provenance, string text)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provenance}\n{text}")))[..16];
        return $"<data-{mark} from=\"{provenance}\" {OutsideText.Attribute}>\n{text}\n</data-{mark}>";
    }

    /// <summary>Takes in what a prompt holds of such text.</summary>
    public static void ReadInto(OutsideReading reading, PromptAssembled prompt)
    {
        foreach (Match mark in Marked().Matches($"{prompt.System}\n{prompt.User}"))
        {
            reading.Add(mark.Groups["text"].Value);
        }
    }

    [GeneratedRegex("<data-(?<mark>[0-9a-f]{16}) from=\"[^\n]*\" trust=\"none\">\n(?<text>.*?)\n</data-\\k<mark>>", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
