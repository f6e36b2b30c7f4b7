namespace Legator.Core.Actions.Classification.Shell.Words;

/// <summary>A piece of a word after quotes have been removed.</summary>
/// <param name="Kind">What the piece is.</param>
/// <param name="Text">Literal: the very characters. Glob: the pattern as written (<c>*</c>, <c>?</c>, <c>[a-z]</c>). Unknown: how it is written (<c>$HOME</c>, <c>$(date)</c>), for people only.</param>
public readonly record struct WordPart(WordPartKind Kind, string Text);
