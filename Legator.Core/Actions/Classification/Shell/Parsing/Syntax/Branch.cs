namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>One <c>if</c> or <c>elif</c>.</summary>
/// <param name="Condition">What decides.</param>
/// <param name="Body">What runs when it succeeds.</param>
internal sealed record Branch(CommandList Condition, CommandList Body);
