namespace Legator.Backends.Revisions;

/// <summary>One row of the log.</summary>
internal readonly record struct RevisionRow(
    long Revision, string Collection, string Name, long CreateRevision, long PreviousRevision, bool Deleted, ReadOnlyMemory<byte> Value, int StampOffset);
