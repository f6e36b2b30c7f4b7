using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Writes;

/// <summary>Passes a write on to all who must know.</summary>
internal sealed class WriteObservers(params IReadOnlyList<IWriteObserver> observers) : IWriteObserver
{
    public void Written(ResourceKind kind)
    {
        foreach (IWriteObserver observer in observers)
        {
            observer.Written(kind);
        }
    }
}
