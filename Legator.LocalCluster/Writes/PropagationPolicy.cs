namespace Legator.LocalCluster.Writes;

/// <summary>What becomes of the dependents of a deleted object.</summary>
internal enum PropagationPolicy
{
    Background,
    Foreground,
    Orphan,
}
