namespace Legator.LocalCluster.Ownership;

/// <summary>How the items of a list are told apart.</summary>
internal enum ListForm
{
    Atomic,
    Set,
    Map,
}
