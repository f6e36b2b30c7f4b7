namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>The body of a here-document. It follows on later lines, so it is filled in when those have been read.</summary>
internal sealed class HereDocument
{
    /// <summary>The text with its expansions; a quoted delimiter leaves no expansions.</summary>
    public ParsedWord Body { get; set; } = ParsedWord.Empty;
}
