namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A word as written, in pieces, before anything is expanded.</summary>
internal sealed class ParsedWord
{
    private IReadOnlyList<WordPiece>? _pieces;

    /// <summary>A word of pieces.</summary>
    /// <param name="pieces">The pieces in order; none for a word that is empty quotes, or nothing.</param>
    /// <param name="source">The text as written.</param>
    public ParsedWord(IReadOnlyList<WordPiece> pieces, string source)
    {
        (_pieces, Source) = (pieces, source);
        Bare = pieces is [LiteralPiece { Quoting: Quoting.None } only] && only.Text.Length == source.Length ? only.Text : null;
    }

    /// <summary>A word of nothing but plain characters, which most are.</summary>
    public ParsedWord(string text) => Source = Bare = text;

    public static ParsedWord Empty { get; } = new([], "");

    public IReadOnlyList<WordPiece> Pieces => _pieces ??= [new LiteralPiece(Source, Quoting.None)];

    public string Source { get; }

    /// <summary>The text, when the word is literal throughout and no character of it is quoted; null otherwise. Only such words are keywords.</summary>
    public string? Bare { get; }

    /// <summary>The text after removal of quotes, when nothing in the word is expanded; null otherwise. Braces and patterns are as written.</summary>
    public string? Literal
    {
        get
        {
            if (Bare is not null)
            {
                return Bare;
            }

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
