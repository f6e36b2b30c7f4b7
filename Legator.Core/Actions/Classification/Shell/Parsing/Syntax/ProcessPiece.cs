namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c>: a file name behind which a command runs.</summary>
/// <param name="body">What runs.</param>
/// <param name="source">As written.</param>
/// <param name="writes">True for <c>&gt;(…)</c>: what is written to the file is the command's input.</param>
internal sealed class ProcessPiece(CommandList body, string source, bool writes) : WordPiece(Quoting.None)
{
    public CommandList Body { get; } = body;

    public string Source { get; } = source;

    public bool Writes { get; } = writes;
}
