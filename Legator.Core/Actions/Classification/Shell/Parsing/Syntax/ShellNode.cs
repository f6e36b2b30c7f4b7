namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Anything that runs: a command, a compound one, a pipeline or a list.</summary>
internal abstract class ShellNode
{
    /// <summary>Where its input and output go, in the order written.</summary>
    public IReadOnlyList<Redirection> Redirections { get; set; } = [];
}
