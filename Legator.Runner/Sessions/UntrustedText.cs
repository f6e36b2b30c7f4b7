using System.Security.Cryptography;
using System.Text;
using Legator.Core.Delegation;
using Legator.Core.Guardrails.Provenance;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>Marks text from outside as data. The mark depends on the text, so no text can hold the mark that ends it.</summary>
internal static class UntrustedText
{
    public static string Wrap(string provenance, string text)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provenance}\n{text}")))[..16];
        return $"<data-{mark} from=\"{provenance}\" {OutsideText.Attribute}>\n{text}\n</data-{mark}>";
    }

    /// <summary>Takes in what a prompt holds of such text.</summary>
    public static void ReadInto(OutsideReading reading, PromptAssembled prompt)
    {
        foreach (var text in OutsideText.In($"{prompt.System}\n{prompt.User}"))
        {
            reading.Add(text);
        }
    }
}
