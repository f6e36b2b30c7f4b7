namespace Legator.Core.Actions.Classification.Shell.Words;

/// <summary>What is known of a piece of a word without running anything.</summary>
public enum WordPartKind
{
    /// <summary>Exactly these characters.</summary>
    Literal,

    /// <summary>An unquoted pattern: the shell may put file names in its place, one or many.</summary>
    Glob,

    /// <summary>An expansion in double quotes, or where no splitting happens: any text, exactly one word with its neighbours.</summary>
    Unknown,

    /// <summary>An unquoted expansion: any number of words, also options.</summary>
    UnknownSplit,
}
