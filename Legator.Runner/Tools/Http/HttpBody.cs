using System.Text;

namespace Legator.Runner.Tools.Http;

/// <summary>Turns the beginning of a body into text.</summary>
internal static class HttpBody
{
    public static string Read(ReadOnlySpan<byte> bytes, string? charset, bool cut)
    {
        if (bytes.Contains((byte)0))
        {
            return $"[{(cut ? "more than " : "")}{bytes.Length} bytes that are not text]";
        }

        var latin = charset?.Trim('"', ' ') is { } name && (name.StartsWith("iso-8859", StringComparison.OrdinalIgnoreCase) || name.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase));
        var text = latin ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(cut ? Whole(bytes) : bytes);
        return cut ? $"{text}\n[cut after {bytes.Length} bytes]" : text;
    }

    // The cut may fall inside a character; that one goes too.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.Length;
        while (start > 0 && bytes.Length - start < 4 && (bytes[start - 1] & 0xC0) == 0x80)
        {
            start--;
        }

        return start > 0 && bytes[start - 1] >= 0xC0 ? bytes[..(start - 1)] : bytes;
    }
}
