namespace Legator.Backends.Revisions;

/// <summary>A consistent slice of a collection at <see cref="Revision"/>.</summary>
/// <param name="Revision">The store's revision at which the slice was taken.</param>
/// <param name="Records">The records, in name order.</param>
/// <param name="Remaining">How many more there are behind the last one.</param>
public sealed record RevisionPage(long Revision, IReadOnlyList<StoredRecord> Records, int Remaining);
