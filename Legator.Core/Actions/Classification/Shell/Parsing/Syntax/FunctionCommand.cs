namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A function is defined; nothing runs yet.</summary>
/// <param name="name">Its name.</param>
/// <param name="body">What runs when it is called.</param>
internal sealed class FunctionCommand(string name, ShellNode body) : ShellNode
{
    public string Name { get; } = name;

    public ShellNode Body { get; } = body;
}
