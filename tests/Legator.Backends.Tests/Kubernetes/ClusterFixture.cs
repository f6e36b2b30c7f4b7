using System.Diagnostics;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>A Kubernetes API for the tests, with a kind of our own in it.</summary>
public abstract class ClusterFixture : IAsyncLifetime
{
    private int namespaces;
    private ClusterConnection? connection;

    public ClusterConnection Connection
    {
        get
        {
            Assert.SkipWhen(connection is null, Missing);
            return connection!;
        }
    }

    /// <summary>Path of the kubeconfig.</summary>
    internal string Kubeconfig { get; private set; } = "";

    /// <summary>Why tests are left out where there is no such API.</summary>
    private protected abstract string Missing { get; }

    public async ValueTask InitializeAsync()
    {
        if (await StartAsync() is { } kubeconfig)
        {
            Kubeconfig = kubeconfig;
            connection = new ClusterConnection(new ClusterOptions { Kubeconfig = kubeconfig }, TimeProvider.System);
            await WidgetKind.InstallAsync(connection);
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates a namespace that no other test uses.</summary>
    public async Task<string> NewNamespaceAsync()
    {
        var name = $"t-{Environment.ProcessId}-{Stopwatch.GetTimestamp() % 100_000_000:x}-{Interlocked.Increment(ref namespaces)}";
        await new ResourceClient<Namespace>(Connection).CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = name } }, TestContext.Current.CancellationToken);
        return name;
    }

    /// <summary>Path of a kubeconfig; null where there is no such API.</summary>
    private protected abstract ValueTask<string?> StartAsync();
}
