namespace Legator.LocalCluster.Responses;

/// <summary>The metadata of a list.</summary>
internal sealed record ListMeta(long Revision, string Continue, int Remaining);
