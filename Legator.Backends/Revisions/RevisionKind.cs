namespace Legator.Backends.Revisions;

/// <summary>What a revision did to its object.</summary>
public enum RevisionKind
{
    Created,
    Updated,
    Deleted,
}
