using Legator.Runner.Clusters;

namespace Legator.Runner.Tests.Tools;

/// <summary>A cluster that is open already.</summary>
internal sealed class OpenCluster(ClusterAccess access) : IRunCluster
{
    public Task<ClusterAccess> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(access);
}
