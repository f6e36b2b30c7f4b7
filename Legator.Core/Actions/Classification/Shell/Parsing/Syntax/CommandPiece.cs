namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>$(…)</c> or backticks: what a command prints.</summary>
/// <param name="body">What runs.</param>
/// <param name="source">As written.</param>
/// <param name="quoting">How it is quoted.</param>
internal sealed class CommandPiece(CommandList body, string source, Quoting quoting) : WordPiece(quoting)
{
    public CommandList Body { get; } = body;

    public string Source { get; } = source;
}
