using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Legator.Core.Redaction;

/// <summary>The forms in which one secret value travels: as it is, in base64 (also inside a longer one), in hexadecimal digits, in a URL, a form, JSON, HTML, and line by line.</summary>
internal static class SecretSpellings
{
    private static readonly SearchValues<char> Base64Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_");

    private const int ShortestInside = 8;
    private const int ShortestLine = 16;
    private const int ShortestKeyLine = 8;
    private const int ShortestWrapped = 20;

    public static IEnumerable<string> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return Texts(secret).Concat(Base64(bytes)).Concat([Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes)]).Concat(Lines(secret));
    }

    /// <summary>True for a spelling that programs break into lines: long, of letters and digits.</summary>
    public static bool MayBeWrapped(string spelling) => spelling.Length >= ShortestWrapped && !spelling.AsSpan().ContainsAnyExcept(Base64Signs);

    private static IEnumerable<string> Texts(string secret)
    {
        var url = Uri.EscapeDataString(secret);
        var json = JsonSerializer.Serialize(secret)[1..^1];
        yield return secret;
        yield return url;
        yield return Digits(url, "%", 2);
        yield return WebUtility.UrlEncode(secret);
        var relaxed = JsonSerializer.Serialize(secret, LegatorJson.Options)[1..^1];
        yield return relaxed;
        yield return relaxed.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal);
        yield return json;
        yield return JsonSerializer.Serialize(relaxed, LegatorJson.Options)[1..^1];
        yield return JsonSerializer.Serialize(json)[1..^1];
        yield return Digits(json, "\\u", 4);
        yield return WebUtility.HtmlEncode(secret);
    }

    private static IEnumerable<string> Base64(byte[] secret)
    {
        var whole = Convert.ToBase64String(secret);
        yield return whole;
        yield return whole.TrimEnd('=');
        yield return Url(whole.TrimEnd('='));
        for (var before = 0; before < 3; before++)
        {
            // What stands around the secret changes the characters at its edges only.
            var (from, to) = (((before * 8) + 5) / 6, (before + secret.Length) * 8 / 6);
            if (to - from >= ShortestInside)
            {
                var inside = Convert.ToBase64String([.. new byte[before], .. secret])[from..to];
                yield return inside;
                yield return Url(inside);
            }
        }
    }

    /// <summary>A key is many lines, and a text may show one of them.</summary>
    private static IEnumerable<string> Lines(string secret) => secret.AsSpan().IndexOfAny('\r', '\n') < 0
        ? []
        : secret.Split('\n', StringSplitOptions.TrimEntries).Where(line => IsTelling(line, isKey: secret.Contains("-----BEGIN ", StringComparison.Ordinal))).Append(secret.ReplaceLineEndings("\n")).Append(secret.ReplaceLineEndings("\r\n"));

    private static bool IsTelling(string line, bool isKey) =>
        isKey && !line.AsSpan().ContainsAnyExcept(Base64Signs) ? line.Length >= ShortestKeyLine : line.Length >= ShortestLine && !line.StartsWith("-----", StringComparison.Ordinal);

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');

    /// <summary>The same with the digits of escapes in lower case, as other languages write them.</summary>
    private static string Digits(string text, string mark, int count)
    {
        var lower = new StringBuilder(text);
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            for (var i = at + mark.Length; i < Math.Min(text.Length, at + mark.Length + count); i++)
            {
                lower[i] = char.ToLowerInvariant(text[i]);
            }
        }

        return lower.ToString();
    }
}
