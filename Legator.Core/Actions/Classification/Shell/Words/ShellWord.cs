namespace Legator.Core.Actions.Classification.Shell.Words;

/// <summary>An argument as the command will see it, as far as that is known without running anything. Braces are expanded and quotes removed before.</summary>
/// <param name="Parts">Its pieces in order; none for the empty word <c>''</c>.</param>
public sealed record ShellWord(IReadOnlyList<WordPart> Parts)
{
    /// <summary>The very text of the argument; null when any piece is not literal.</summary>
    public string? Literal { get; } = Parts.All(p => p.Kind == WordPartKind.Literal) ? string.Concat(Parts.Select(p => p.Text)) : null;

    /// <summary>The literal text at the beginning, up to the first piece that is not known.</summary>
    public string Prefix { get; } = string.Concat(Parts.TakeWhile(p => p.Kind == WordPartKind.Literal).Select(p => p.Text));

    /// <summary>True when the shell may put file names in place of a piece.</summary>
    public bool HasGlob => Parts.Any(p => p.Kind == WordPartKind.Glob);

    /// <summary>True when a piece is any text at all.</summary>
    public bool HasUnknown => Parts.Any(p => p.Kind is WordPartKind.Unknown or WordPartKind.UnknownSplit);

    /// <summary>True when the argument may turn out to be an option: it begins with a dash, or nobody knows how it begins.</summary>
    public bool MayBeOption => Parts.Count > 0 && (Prefix.Length == 0 ? Parts[0].Kind != WordPartKind.Literal : Prefix[0] == '-');

    /// <summary>A word that is exactly this text.</summary>
    public static ShellWord Of(string text) => new(text.Length == 0 ? [] : [new WordPart(WordPartKind.Literal, text)]);

    /// <summary>As people would write it, for messages.</summary>
    public override string ToString() => string.Concat(Parts.Select(p => p.Text));
}
