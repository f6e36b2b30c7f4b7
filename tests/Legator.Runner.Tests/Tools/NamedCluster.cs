namespace Legator.Runner.Tests.Tools;

/// <summary>The API server that LEGATOR_TEST_KUBECONFIG names; a namespace of its own keeps it apart from other tests.</summary>
public sealed class NamedCluster : Cluster
{
    public override string Demo { get; } = $"tools-{Environment.ProcessId}-{TimeProvider.System.GetTimestamp() % 1_000_000}";

    protected override Task<string?> StartAsync() =>
        Task.FromResult(Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null);
}
