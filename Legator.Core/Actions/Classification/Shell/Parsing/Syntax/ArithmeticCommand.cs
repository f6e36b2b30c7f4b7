namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>((…))</c>.</summary>
/// <param name="expression">What is computed.</param>
internal sealed class ArithmeticCommand(ParsedWord expression) : ShellNode
{
    public ParsedWord Expression { get; } = expression;
}
