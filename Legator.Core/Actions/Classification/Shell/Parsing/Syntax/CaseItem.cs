namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>One case. Each may run, whichever sign ends the one before.</summary>
/// <param name="Patterns">What the subject is compared with.</param>
/// <param name="Body">What runs.</param>
internal sealed record CaseItem(IReadOnlyList<ParsedWord> Patterns, CommandList Body);
