namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>How a piece of a word is quoted.</summary>
internal enum Quoting
{
    /// <summary>Not at all: braces, tildes and patterns count, and expansions are split.</summary>
    None,

    /// <summary>By any quotes: the characters stand for themselves.</summary>
    Quoted,

    /// <summary>Not at all, and it is a pattern of the <c>@(…)</c> family.</summary>
    Pattern,
}
