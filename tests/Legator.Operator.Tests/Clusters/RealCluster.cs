using Legator.Operator.Tests.Clusters;

[assembly: AssemblyFixture(typeof(RealCluster))]

namespace Legator.Operator.Tests.Clusters;

/// <summary>The API server that LEGATOR_TEST_KUBECONFIG names.</summary>
public sealed class RealCluster : TestCluster
{
    protected override string Missing => "LEGATOR_TEST_KUBECONFIG names no API server.";

    protected override Task<string?> StartAsync() =>
        Task.FromResult(Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null);
}
