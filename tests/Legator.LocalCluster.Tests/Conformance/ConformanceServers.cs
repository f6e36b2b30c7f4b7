namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>The servers that all cases share.</summary>
public sealed class ConformanceServers : IAsyncLifetime
{
    private LocalClusterProcess? cluster;

    /// <summary>True where the recorded transcripts are to be written anew.</summary>
    internal static bool Recording => Environment.GetEnvironmentVariable("LEGATOR_REGENERATE") == "1";

    internal static string? RealKubeconfig => Environment.GetEnvironmentVariable("LEGATOR_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null;

    /// <summary>LocalCluster in a process of its own.</summary>
    internal CaseRun? Local { get; private set; }

    /// <summary>A real API server, where one was given.</summary>
    internal CaseRun? Real { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Kubectl.Path is not { } kubectl)
        {
            return;
        }
        if (RealKubeconfig is { } real)
        {
            Real = new CaseRun(kubectl, real);
            await Real.PrepareAsync();
        }
        if (!Recording)
        {
            cluster = await LocalClusterProcess.StartAsync();
            Local = new CaseRun(kubectl, cluster.Kubeconfig);
            await Local.PrepareAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        cluster?.Dispose();
        return ValueTask.CompletedTask;
    }
}
