namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A comparison, or a single test, inside of <c>[[ … ]]</c>.</summary>
/// <param name="Operator"><c>-f</c>, <c>==</c>, <c>&lt;</c>…; empty for a bare word.</param>
/// <param name="Left">The first operand; the only one of a single test.</param>
/// <param name="Right">The second operand.</param>
internal sealed record TestTerm(string Operator, ParsedWord Left, ParsedWord? Right);
