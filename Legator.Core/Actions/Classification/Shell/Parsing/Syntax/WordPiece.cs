namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A piece of a word.</summary>
/// <param name="quoting">How it is quoted.</param>
internal abstract class WordPiece(Quoting quoting)
{
    public Quoting Quoting { get; } = quoting;
}
