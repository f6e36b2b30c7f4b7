using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

[assembly: AssemblyFixture(typeof(Legator.Backends.Tests.Kubernetes.ClusterFixture))]

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>A real Kubernetes API for the tests, named by LEGATOR_TEST_KUBECONFIG, with a kind of our own in it.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private const string Variable = "LEGATOR_TEST_KUBECONFIG";

    private int namespaces;
    private ClusterConnection? connection;

    public ClusterConnection Connection
    {
        get
        {
            Assert.SkipWhen(connection is null, $"{Variable} names no kubeconfig: set it to run this against a real API server.");
            return connection!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } kubeconfig)
        {
            return;
        }

        connection = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
        await WidgetKind.InstallAsync(connection);
    }

    public ValueTask DisposeAsync()
    {
        connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates a namespace that no other test uses.</summary>
    public async Task<string> NewNamespaceAsync()
    {
        var name = $"t-{Environment.ProcessId}-{System.Diagnostics.Stopwatch.GetTimestamp() % 100_000_000:x}-{Interlocked.Increment(ref namespaces)}";
        await new ResourceClient<Namespace>(Connection).CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = name } }, TestContext.Current.CancellationToken);
        return name;
    }
}
