namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>while</c> or <c>until</c>.</summary>
/// <param name="condition">What decides.</param>
/// <param name="body">What runs.</param>
internal sealed class LoopCommand(CommandList condition, CommandList body) : ShellNode
{
    public CommandList Condition { get; } = condition;

    public CommandList Body { get; } = body;
}
