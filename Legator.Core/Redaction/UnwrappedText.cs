using System.Text;

namespace Legator.Core.Redaction;

/// <summary>A text without its line breaks and the blanks after them, also those that are escaped: as programs break base64 and digits into lines. Knows where each character stood.</summary>
internal sealed class UnwrappedText
{
    private readonly List<int> _places = [];

    private UnwrappedText(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = Break(text, at);
            if (length == 0)
            {
                kept.Append(text[at]);
                _places.Add(at);
            }

            // A line may be indented, and a cut go through that.
            var indented = length > 0 || text[at] == Redactor.Cut;
            for (at += Math.Max(1, length); indented && at < text.Length && text[at] is ' ' or '\t'; at++)
            {
                // Blanks belong to the break.
            }
        }

        Text = kept.ToString();
    }

    public string Text { get; }

    /// <summary>The text in one line; null where it is in one already.</summary>
    public static UnwrappedText? Of(string text) => text.AsSpan().ContainsAny('\n', '\r', Redactor.Cut) || text.Contains("\\n", StringComparison.Ordinal) ? new UnwrappedText(text) : null;

    /// <summary>Where a piece of <see cref="Text"/> stood.</summary>
    public Range Place(Range piece) => _places[piece.Start.Value]..(_places[piece.End.Value - 1] + 1);

    private static int Break(string text, int at) => text[at] switch
    {
        '\n' or '\r' => 1,
        '\\' when at + 1 < text.Length && text[at + 1] is 'n' or 'r' => 2,
        '\\' when at + 1 < text.Length && text[at + 1] is Redactor.Cut or '.' => 1,
        _ => 0,
    };
}
