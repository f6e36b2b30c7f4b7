namespace Legator.Backends.Revisions;

/// <summary>One committed change. For a deletion <see cref="Record"/> is the last content under the deletion's revision.</summary>
public sealed record RevisionEvent(RevisionKind Kind, string Collection, StoredRecord Record, StoredRecord? Previous)
{
    public long Revision => Record.Revision;
}
