namespace Legator.Backends.Revisions;

/// <summary>How a write ended: committed (then <see cref="Record"/> is what is stored), or refused (then it is what stood in the way).</summary>
public readonly record struct RevisionWriteResult(bool Committed, StoredRecord? Record);
