namespace Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

/// <summary><c>$x</c> or <c>${…}</c>.</summary>
/// <param name="name">The parameter: a name, a number or a sign.</param>
/// <param name="source">As written.</param>
/// <param name="quoting">How it is quoted.</param>
internal sealed class ParameterPiece(string name, string source, Quoting quoting) : WordPiece(quoting)
{
    public string Name { get; } = name;

    public string Source { get; } = source;

    /// <summary><c>${!x}</c>: the value names what is expanded.</summary>
    public bool Indirect { get; init; }

    /// <summary><c>${#x}</c>.</summary>
    public bool Length { get; init; }

    /// <summary><c>${x[…]}</c>; null without one.</summary>
    public ParsedWord? Subscript { get; init; }

    /// <summary>The sign after the name, such as <c>:-</c>, <c>##</c>, <c>/</c>, <c>@P</c>; empty without one.</summary>
    public string Operator { get; init; } = "";

    /// <summary>What follows the sign; null without one.</summary>
    public ParsedWord? Operand { get; init; }
}
