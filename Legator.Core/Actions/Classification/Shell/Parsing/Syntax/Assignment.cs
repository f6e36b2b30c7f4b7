namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A variable gets a value.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Subscript">The element of an array; null for the whole.</param>
/// <param name="Appends">True for <c>+=</c>.</param>
/// <param name="Value">The value; an array's holds one <see cref="ArrayPiece"/>.</param>
internal sealed record Assignment(string Name, ParsedWord? Subscript, bool Appends, ParsedWord Value);
