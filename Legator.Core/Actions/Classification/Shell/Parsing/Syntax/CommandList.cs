namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Commands one after the other.</summary>
/// <param name="entries">They, in order.</param>
internal sealed class CommandList(IReadOnlyList<ListEntry> entries) : ShellNode
{
    public IReadOnlyList<ListEntry> Entries { get; } = entries;
}
