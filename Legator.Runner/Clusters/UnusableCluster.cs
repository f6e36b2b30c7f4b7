namespace Legator.Runner.Clusters;

/// <summary>A cluster that a run cannot work on; whoever tries is told why. What needs no cluster goes on.</summary>
internal sealed class UnusableCluster(string message, string remedy) : IRunCluster
{
    public Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken) => Task.FromException<ClusterAccess>(new ClusterUnusableException(message, remedy));
}
