namespace Legator.LocalCluster.Catalog;

/// <summary>Where a kind keeps its replica counts and its selector, as dotted paths.</summary>
internal sealed record ScalePaths(string SpecReplicas, string StatusReplicas, string? LabelSelector);
