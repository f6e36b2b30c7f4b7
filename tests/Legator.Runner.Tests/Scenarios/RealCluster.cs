namespace Legator.Runner.Tests.Scenarios;

/// <summary>The API server that LEGATOR_TEST_KUBECONFIG names.</summary>
public sealed class RealCluster : ScenarioCluster
{
    protected override Task<string?> StartAsync() =>
        Task.FromResult(Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null);
}
