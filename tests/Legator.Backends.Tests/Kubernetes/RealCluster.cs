[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Kubernetes.RealCluster))]

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>The API server that LEGATOR_TEST_KUBECONFIG names.</summary>
public sealed class RealCluster : ClusterFixture
{
    private const string Variable = "LEGATOR_TEST_KUBECONFIG";

    private protected override string Missing => $"{Variable} names no kubeconfig: set it to run this against a real API server.";

    private protected override ValueTask<string?> StartAsync() =>
        ValueTask.FromResult(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } kubeconfig ? kubeconfig : null);
}
