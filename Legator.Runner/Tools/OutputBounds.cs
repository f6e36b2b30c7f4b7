using System.Text;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools;

/// <summary>Cuts output to what a model can use, at a line where there is one and never inside a character, and says what was left out.</summary>
internal static class OutputBounds
{
    public const int DefaultBytes = 8192;
    public const int DefaultLines = 200;

    /// <summary>The beginning of what a tool has read, not cut inside a character. Ends with the sign by which the redactor knows that a secret may have been cut too: every tool that keeps less than it got cuts here.</summary>
    /// <param name="text">What there is.</param>
    /// <param name="most">Most characters.</param>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, most > 1 && char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), [Redactor.Cut]);

    /// <summary>A text whose beginning was left out before it came here: what is left of its first line goes too.</summary>
    public static string CutBefore(string end) => end.IndexOf('\n') is >= 0 and var line && line + 1 < end.Length ? $"{Redactor.Cut}{end[line..]}" : Redactor.Cut + end;

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
