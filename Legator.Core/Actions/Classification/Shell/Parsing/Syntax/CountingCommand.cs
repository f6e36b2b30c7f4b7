namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>for ((…; …; …))</c>.</summary>
/// <param name="expression">All three expressions.</param>
/// <param name="body">What runs.</param>
internal sealed class CountingCommand(ParsedWord expression, CommandList body) : ShellNode
{
    public ParsedWord Expression { get; } = expression;

    public CommandList Body { get; } = body;
}
