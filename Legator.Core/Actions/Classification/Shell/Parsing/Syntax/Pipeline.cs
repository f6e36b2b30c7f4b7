namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Commands that feed one another, each in a shell of its own; or one whose success counts as failure.</summary>
/// <param name="stages">They, from left to right; a single one when it is negated.</param>
internal sealed class Pipeline(IReadOnlyList<ShellNode> stages) : ShellNode
{
    public IReadOnlyList<ShellNode> Stages { get; } = stages;
}
