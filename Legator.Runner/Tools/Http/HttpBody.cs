using System.Text;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Http;

/// <summary>Turns the beginning of a body into text.</summary>
internal static class HttpBody
{
    private static readonly string[] Binary =
        ["image/", "audio/", "video/", "font/", "application/zip", "application/gzip", "application/x-gzip", "application/pdf", "application/x-tar", "application/wasm", "application/java-archive", "application/vnd.openxml", "application/protobuf", "application/grpc"];

    /// <summary>Reads a body.</summary>
    /// <param name="bytes">Its beginning.</param>
    /// <param name="media">What the server says that it is.</param>
    /// <param name="charset">In which characters.</param>
    /// <param name="more">True when it goes on.</param>
    /// <param name="maxBytes">Bytes of text that are wanted.</param>
    /// <param name="redactor">Takes secrets out before the text is cut.</param>
    public static string Read(ReadOnlySpan<byte> bytes, string? media, string? charset, bool more, int maxBytes, Redactor redactor)
    {
        var named = media is not null && Binary.Any(b => media.StartsWith(b, StringComparison.OrdinalIgnoreCase)) && !media.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
        if ((named && bytes.Length > 0) || bytes.Contains((byte)0))
        {
            return Note(bytes.Length, more, named ? media : null);
        }

        var latin = charset?.Trim('"', ' ') is { } name && (name.StartsWith("iso-8859", StringComparison.OrdinalIgnoreCase) || name.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase));
        var text = latin ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes);
        if (text.AsSpan().Count('\uFFFD') > 8 + (text.Length / 10))
        {
            return Note(bytes.Length, more, null);
        }

        text = more ? redactor.RedactCut(text) : redactor.Redact(text);
        return Encoding.UTF8.GetByteCount(text) > maxBytes || more ? $"{Beginning(text, maxBytes)}\n[cut after {maxBytes} bytes]" : text;
    }

    private static string Note(int length, bool more, string? media) => $"[{(more ? "more than " : "")}{length} bytes{(media is null ? "" : $" of {media}")} that are not text]";

    private static string Beginning(string text, int maxBytes)
    {
        var (size, count) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            size += rune.Utf8SequenceLength;
            if (size > maxBytes)
            {
                break;
            }

            count += rune.Utf16SequenceLength;
        }

        return text[..count];
    }
}
