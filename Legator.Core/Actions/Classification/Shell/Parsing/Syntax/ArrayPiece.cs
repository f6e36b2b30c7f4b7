namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>(…)</c> after an assignment's sign.</summary>
/// <param name="elements">Its words; one may itself begin with <c>[subscript]=</c>.</param>
internal sealed class ArrayPiece(IReadOnlyList<ParsedWord> elements) : WordPiece(Quoting.None)
{
    public IReadOnlyList<ParsedWord> Elements { get; } = elements;
}
