namespace Legator.LocalCluster.Objects;

/// <summary>One owner reference of a stored object.</summary>
internal sealed record OwnerLink(string ApiVersion, string Kind, string Name, string Uid, bool BlocksDeletion);
