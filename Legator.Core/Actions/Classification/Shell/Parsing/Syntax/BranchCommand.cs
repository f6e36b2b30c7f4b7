namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>if</c>.</summary>
/// <param name="branches">Conditions, each with what it guards.</param>
/// <param name="otherwise">After <c>else</c>; null without one.</param>
internal sealed class BranchCommand(IReadOnlyList<Branch> branches, CommandList? otherwise) : ShellNode
{
    public IReadOnlyList<Branch> Branches { get; } = branches;

    public CommandList? Otherwise { get; } = otherwise;
}
