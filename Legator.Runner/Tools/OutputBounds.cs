using System.Text;

namespace Legator.Runner.Tools;

/// <summary>Cuts output to what a model can use, at a line where there is one and never inside a character, and says what was left out.</summary>
internal static class OutputBounds
{
    public const int DefaultBytes = 8192;
    public const int DefaultLines = 200;

    public static string Apply(string text, int maxBytes, int maxLines, bool keepEnd)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var lines = text.Split('\n');
        if (bytes <= maxBytes && lines.Length <= maxLines)
        {
            return text;
        }

        var kept = Lines(keepEnd ? Enumerable.Reverse(lines) : lines, maxBytes, maxLines);
        var body = kept.Count == 0 ? Characters(text, maxBytes, keepEnd) : string.Join('\n', keepEnd ? Enumerable.Reverse(kept) : kept);
        var leftOut = bytes - Encoding.UTF8.GetByteCount(body);
        var note = $"[{leftOut} bytes{(kept.Count > 0 ? $", {lines.Length - kept.Count} lines," : "")} left out {(keepEnd ? "before this" : "after this")}; ask for less to see it]";
        return keepEnd ? $"{note}\n{body}" : $"{body}\n{note}";
    }

    private static List<string> Lines(IEnumerable<string> lines, int maxBytes, int maxLines)
    {
        var kept = new List<string>();
        var size = 0;
        foreach (var line in lines.Take(maxLines))
        {
            size += Encoding.UTF8.GetByteCount(line) + 1;
            if (size > maxBytes)
            {
                break;
            }

            kept.Add(line);
        }

        return kept;
    }

    private static string Characters(string text, int maxBytes, bool keepEnd)
    {
        var size = 0;
        var count = 0;
        foreach (var rune in keepEnd ? text.EnumerateRunes().Reverse() : text.EnumerateRunes())
        {
            size += rune.Utf8SequenceLength;
            if (size > maxBytes)
            {
                break;
            }

            count += rune.Utf16SequenceLength;
        }

        return keepEnd ? text[^count..] : text[..count];
    }
}
