namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary>What stands between a command and the one before it.</summary>
internal enum ListJoint
{
    /// <summary>Nothing, <c>;</c>, <c>&amp;</c> or a new line: it runs in any case.</summary>
    Sequence,

    /// <summary><c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>||</c>.</summary>
    Or,
}
