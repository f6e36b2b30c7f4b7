namespace Legator.Runner.Clusters;

/// <summary>The cluster that the Kubernetes tools of a run work on.</summary>
internal interface IRunCluster
{
    /// <summary>Connects, where that was not done yet, and finds out whom the run acts as.</summary>
    /// <exception cref="ClusterUnusableException">The run cannot work on the cluster; the message says why and what to do.</exception>
    Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken);
}
