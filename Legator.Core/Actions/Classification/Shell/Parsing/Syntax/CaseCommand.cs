namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>case</c>.</summary>
/// <param name="subject">What is compared.</param>
/// <param name="items">The cases.</param>
internal sealed class CaseCommand(ParsedWord subject, IReadOnlyList<CaseItem> items) : ShellNode
{
    public ParsedWord Subject { get; } = subject;

    public IReadOnlyList<CaseItem> Items { get; } = items;
}
