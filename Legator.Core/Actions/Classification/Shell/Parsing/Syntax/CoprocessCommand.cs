namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>coproc</c>: a command in the background, with pipes to and from it.</summary>
/// <param name="name">The array that gets the pipes' descriptors.</param>
/// <param name="body">What runs.</param>
internal sealed class CoprocessCommand(string name, ShellNode body) : ShellNode
{
    public string Name { get; } = name;

    public ShellNode Body { get; } = body;
}
