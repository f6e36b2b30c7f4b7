namespace Legator.Core.Guardrails.Provenance;

/// <summary>Walks the terms of a text: names, numbers, words, host names. Letters, digits, and the signs that names hold inside.</summary>
/// <param name="text">The text.</param>
internal ref struct TextTerms(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Where the term stands.</summary>
    public Range Current { get; private set; }

    public readonly TextTerms GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
            {
                _at++;
            }

            var start = _at;
            while (_at < _text.Length && IsInside(_text[_at]))
            {
                _at++;
            }

            var end = _at;
            while (end > start && !char.IsLetterOrDigit(_text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                Current = start..end;
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
