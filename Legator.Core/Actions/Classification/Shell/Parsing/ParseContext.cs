namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>What the readers of one line share: texts inside of the text (backticks, here-documents) are read by readers of their own.</summary>
internal sealed class ParseContext
{
    /// <summary>True for the way in which shells without <c>$'…'</c> read, and those in which single quotes count inside of <c>"${x:-…}"</c>.</summary>
    public bool Plain { get; init; }

    /// <summary>Why shells may disagree on the line; the first reason counts.</summary>
    public string? Doubt { get; set; }
}
