using System.Text;
using System.Text.RegularExpressions;

namespace Legator.Runner.Providers;

/// <summary>Half characters in a reply: a model that is cut off in the middle of one leaves them, and no JSON reader takes them.</summary>
internal static partial class WholeCharacters
{
    /// <summary>The reply with a replacement character for each half; the same bytes where there is none.</summary>
    public static byte[] Of(byte[] json)
    {
        if (json.AsSpan().IndexOf("\\uD"u8) < 0 && json.AsSpan().IndexOf("\\ud"u8) < 0)
        {
            return json;
        }

        var text = Encoding.UTF8.GetString(json);
        var whole = Escape().Replace(text, escape => escape.Groups["half"].Success ? "\\uFFFD" : escape.Value);
        return whole == text ? json : Encoding.UTF8.GetBytes(whole);
    }

    [GeneratedRegex("""\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
