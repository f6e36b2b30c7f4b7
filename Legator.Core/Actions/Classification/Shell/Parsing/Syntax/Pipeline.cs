namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Commands that feed one another, each in a shell of its own.</summary>
/// <param name="stages">They, from left to right; at least two.</param>
internal sealed class Pipeline(IReadOnlyList<ShellNode> stages) : ShellNode
{
    public IReadOnlyList<ShellNode> Stages { get; } = stages;
}
