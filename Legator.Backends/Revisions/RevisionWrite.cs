namespace Legator.Backends.Revisions;

/// <summary>One wanted change and the revision that it was decided on.</summary>
/// <param name="Kind">Created demands that nothing is there; the others that <paramref name="ExpectedRevision"/> still stands.</param>
/// <param name="Collection">What the object is one of.</param>
/// <param name="Name">Its name in the collection; lists come in this order (ordinal).</param>
/// <param name="ExpectedRevision">The revision read before deciding; 0 for a creation.</param>
/// <param name="Value">The content without its revision; empty for a deletion.</param>
/// <param name="StampOffset">Where in <paramref name="Value"/> the revision's digits go.</param>
public sealed record RevisionWrite(
    RevisionKind Kind, string Collection, string Name, long ExpectedRevision, ReadOnlyMemory<byte> Value, int StampOffset)
{
    /// <summary>Facts to keep beside the stored record.</summary>
    public object? Facts { get; init; }
}
