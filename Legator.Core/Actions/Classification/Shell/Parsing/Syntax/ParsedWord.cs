namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A word as written, in pieces, before anything is expanded.</summary>
/// <param name="pieces">The pieces in order; none for a word that is empty quotes, or nothing.</param>
/// <param name="source">The text as written.</param>
internal sealed class ParsedWord(IReadOnlyList<WordPiece> pieces, string source)
{
    public static ParsedWord Empty { get; } = new([], "");

    public IReadOnlyList<WordPiece> Pieces { get; } = pieces;

    public string Source { get; } = source;

    /// <summary>The text, when the word is literal throughout and no character of it is quoted; null otherwise. Only such words are keywords.</summary>
    public string? Bare =>
        Pieces is [LiteralPiece { Quoting: Quoting.None } only] && only.Text.Length == Source.Length ? only.Text : null;

    /// <summary>The text after removal of quotes, when nothing in the word is expanded; null otherwise. Braces and patterns are as written.</summary>
    public string? Literal
    {
        get
        {
            if (Pieces.Count == 1)
            {
                return (Pieces[0] as LiteralPiece)?.Text;
            }

            foreach (var piece in Pieces)
            {
                if (piece is not LiteralPiece)
                {
                    return null;
                }
            }

            return string.Concat(Pieces.Select(p => ((LiteralPiece)p).Text));
        }
    }
}
