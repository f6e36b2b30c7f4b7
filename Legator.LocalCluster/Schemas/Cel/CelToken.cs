namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>A token and where it starts.</summary>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, int Position);
