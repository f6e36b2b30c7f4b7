namespace Legator.LocalCluster.Selectors;

/// <summary>One demand of a field selector.</summary>
internal sealed record FieldRequirement(string Field, string[] Path, string Value, bool Negated);
