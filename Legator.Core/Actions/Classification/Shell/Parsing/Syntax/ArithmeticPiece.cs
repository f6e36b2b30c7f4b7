namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>$((…))</c> or <c>$[…]</c>.</summary>
/// <param name="expression">What is computed.</param>
/// <param name="quoting">How it is quoted.</param>
internal sealed class ArithmeticPiece(ParsedWord expression, Quoting quoting) : WordPiece(quoting)
{
    public ParsedWord Expression { get; } = expression;
}
