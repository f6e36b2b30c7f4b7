namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>{ … }</c> or <c>( … )</c>.</summary>
/// <param name="body">What runs.</param>
/// <param name="subshell">True for parentheses: variables and the directory are the block's own.</param>
internal sealed class BlockCommand(CommandList body, bool subshell) : ShellNode
{
    public CommandList Body { get; } = body;

    public bool Subshell { get; } = subshell;
}
