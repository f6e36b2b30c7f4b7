namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>A path after <c>.</c>, <c>..</c>, doubled slashes and the kernel's own detours are gone. Symbolic links are not followed: nobody knows them.</summary>
/// <param name="Segments">Its names from the root, or from the home directory when the first one is <c>~</c>.</param>
/// <param name="Open">True when anything may stand before or inside of it: of such a path only the end counts.</param>
/// <param name="Text">As people would write it.</param>
internal sealed record ShellPath(IReadOnlyList<string> Segments, bool Open, string Text)
{
    /// <summary>True when it stands for exactly one path.</summary>
    public bool Plain { get; } = !Open && !Segments.Any(s => PathSigns.In(s));

    /// <summary>The last name; empty for the root.</summary>
    public string Name => Segments.Count == 0 ? "" : Segments[^1];
}
