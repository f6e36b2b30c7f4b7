namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Characters that stand for themselves.</summary>
/// <param name="text">They, without the quotes.</param>
/// <param name="quoting">How they are quoted.</param>
internal sealed class LiteralPiece(string text, Quoting quoting) : WordPiece(quoting)
{
    public string Text { get; } = text;
}
