namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>The kinds of token in an expression.</summary>
internal enum CelTokenKind
{
    End,
    Identifier,
    Text,
    Whole,
    Real,
    Symbol,
}
