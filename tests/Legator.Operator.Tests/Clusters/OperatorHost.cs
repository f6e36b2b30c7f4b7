using Legator.Core.Runs;
using Legator.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Operator.Tests.Clusters;

/// <summary>The whole Operator in this process, for one namespace.</summary>
internal sealed class OperatorHost : IAsyncDisposable
{
    private readonly IHost host;

    private OperatorHost(IHost host) => this.host = host;

    public IRunQueue Queue => host.Services.GetRequiredService<IRunQueue>();

    public IRunJournal Journal => host.Services.GetRequiredService<IRunJournal>();

    public T Part<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts it.</summary>
    /// <param name="cluster">Its API.</param>
    /// <param name="inNamespace">What it looks after.</param>
    /// <param name="folder">Where its journal is; two operators on one folder share it.</param>
    /// <param name="queue">A queue that several operators share; null for one of its own.</param>
    /// <param name="time">Its clock; null for the real one.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<OperatorHost> StartAsync(
        TestCluster cluster,
        string inNamespace,
        TestFolder folder,
        IRunQueue? queue = null,
        TimeProvider? time = null,
        params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cluster:Kubeconfig"] = cluster.Kubeconfig,
            ["Cluster:Namespace"] = inNamespace,
            ["Operator:Namespaces:0"] = inNamespace,
            ["ConnectionStrings:journal"] = $"Data Source={folder.File("journal.db")}",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        if (queue is not null)
        {
            builder.Services.AddSingleton(queue);
        }

        builder.AddServiceDefaults();
        builder.AddLegatorOperator();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TestOutput());
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new OperatorHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
