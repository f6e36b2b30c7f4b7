namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>A command of a list.</summary>
/// <param name="Node">What runs.</param>
/// <param name="Joint">When it runs, as seen from the one before.</param>
internal sealed record ListEntry(ShellNode Node, ListJoint Joint)
{
    /// <summary>True when the chain that it belongs to runs in the background, in a shell of its own.</summary>
    public bool Background { get; set; }
}
