namespace Legator.LocalCluster.Schemas;

/// <summary>How the items of a list are told apart (<c>x-kubernetes-list-type</c>).</summary>
internal enum ListKind
{
    Atomic,
    Set,
    Map,
}
