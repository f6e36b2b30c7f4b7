namespace Legator.Core.Actions.Classification.Shell.Words;

/// <summary>An argument as the command will see it, as far as that is known without running anything. Braces are expanded and quotes removed before.</summary>
public sealed record ShellWord
{
    private IReadOnlyList<WordPart>? _parts;

    private ShellWord(string text) => Literal = Prefix = text;

    /// <summary>A word of pieces.</summary>
    /// <param name="parts">Its pieces in order; none for the empty word <c>''</c>.</param>
    public ShellWord(IReadOnlyList<WordPart> parts)
    {
        _parts = parts;
        var known = 0;
        while (known < parts.Count && parts[known].Kind == WordPartKind.Literal)
        {
            known++;
        }

        Prefix = known switch
        {
            0 => "",
            1 => parts[0].Text,
            _ => string.Concat(parts.Take(known).Select(p => p.Text)),
        };
        Literal = known == parts.Count ? Prefix : null;
    }

    /// <summary>A word of which nothing is known.</summary>
    public static ShellWord Anything { get; } = new([new WordPart(WordPartKind.Unknown, "?")]);

    /// <summary>Its pieces in order; none for the empty word <c>''</c>.</summary>
    public IReadOnlyList<WordPart> Parts => _parts ??= Literal!.Length == 0 ? [] : [new WordPart(WordPartKind.Literal, Literal)];

    /// <summary>The very text of the argument; null when any piece is not literal.</summary>
    public string? Literal { get; }

    /// <summary>The literal text at the beginning, up to the first piece that is not known.</summary>
    public string Prefix { get; }

    /// <summary>True when the shell may put file names in place of a piece.</summary>
    public bool HasGlob => Literal is null && Parts.Any(p => p.Kind == WordPartKind.Glob);

    /// <summary>True when a piece is any text at all.</summary>
    public bool HasUnknown => Literal is null && Parts.Any(p => p.Kind is WordPartKind.Unknown or WordPartKind.UnknownSplit);

    /// <summary>True when the argument may turn out to be an option: it begins with a dash, or nobody knows how it begins.</summary>
    public bool MayBeOption => Literal is not null ? Literal is ['-', ..] : Parts.Count > 0 && (Prefix.Length == 0 ? Parts[0].Kind != WordPartKind.Literal : Prefix[0] == '-');

    /// <summary>A word that is exactly this text.</summary>
    public static ShellWord Of(string text) => new(text);

    /// <summary>As people would write it, for messages.</summary>
    public override string ToString() => Literal ?? string.Concat(Parts.Select(p => p.Text));
}
