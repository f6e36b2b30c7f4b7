namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>A piece of an awk program.</summary>
/// <param name="Kind"><c>s</c> string, <c>r</c> pattern, <c>w</c> word, <c>n</c> number, <c>l</c> end of a line, <c>o</c> anything else.</param>
/// <param name="Text">Its text; of a string, what is between the quotes.</param>
internal readonly record struct AwkToken(char Kind, string Text);
