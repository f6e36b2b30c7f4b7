namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>The text is not a line of shell. Never leaves the parser.</summary>
/// <param name="message">What is wrong, as a sentence.</param>
/// <param name="position">Where, in characters from the beginning.</param>
internal sealed class ShellSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
