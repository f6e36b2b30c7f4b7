namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>Assignments, a command word and its arguments; any of them may be missing.</summary>
internal sealed class SimpleCommand : ShellNode
{
    public IReadOnlyList<Assignment> Assignments { get; set; } = [];

    public IReadOnlyList<ParsedWord> Words { get; set; } = [];

    /// <summary>How many words stand before a redirection written <c>&amp;&gt;</c>, which a shell without it reads as the end of the command; null without one.</summary>
    public int? WordsBeforeJointRedirection { get; set; }
}
