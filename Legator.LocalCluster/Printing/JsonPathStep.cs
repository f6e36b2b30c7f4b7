namespace Legator.LocalCluster.Printing;

/// <summary>One step of a path; which members matter depends on the kind.</summary>
internal sealed record JsonPathStep(JsonPathStepKind Kind, string Name = "", int Start = 0, int? End = null, JsonPathFilter? Filter = null);
