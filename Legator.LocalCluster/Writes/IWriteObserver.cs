using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Writes;

/// <summary>Hears of a committed write before the writer is answered, so that what follows from it is already in force.</summary>
internal interface IWriteObserver
{
    void Written(ResourceKind kind);
}
