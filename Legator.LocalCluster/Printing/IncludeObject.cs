namespace Legator.LocalCluster.Printing;

/// <summary>What each row of a table carries besides its cells.</summary>
internal enum IncludeObject
{
    Metadata,
    None,
    Object,
}
