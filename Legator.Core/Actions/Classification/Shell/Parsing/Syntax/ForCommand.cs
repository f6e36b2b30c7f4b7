namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>for</c> or <c>select</c> over words.</summary>
/// <param name="name">The variable.</param>
/// <param name="words">The words; null for the positional parameters.</param>
/// <param name="body">What runs.</param>
/// <param name="choice">True for <c>select</c>, in which somebody else chooses the word.</param>
internal sealed class ForCommand(string name, IReadOnlyList<ParsedWord>? words, CommandList body, bool choice) : ShellNode
{
    public string Name { get; } = name;

    public IReadOnlyList<ParsedWord>? Words { get; } = words;

    public CommandList Body { get; } = body;

    public bool Choice { get; } = choice;
}
