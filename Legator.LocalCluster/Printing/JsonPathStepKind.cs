namespace Legator.LocalCluster.Printing;

/// <summary>What one step of a path does.</summary>
internal enum JsonPathStepKind
{
    Field,
    Index,
    Slice,
    Wildcard,
    Descend,
    Filter,
}
