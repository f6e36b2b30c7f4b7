namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>[[ … ]]</c>.</summary>
/// <param name="terms">Its words and signs in order.</param>
internal sealed class TestCommand(IReadOnlyList<TestTerm> terms) : ShellNode
{
    public IReadOnlyList<TestTerm> Terms { get; } = terms;
}
