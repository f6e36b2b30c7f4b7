using Legator.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>A runner as the product makes it, with a SQLite journal in a folder.</summary>
internal static class RunnerHost
{
    public static IHost Build(ScenarioCluster cluster, string folder, string id, Action<HostApplicationBuilder>? change = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Cluster:Kubeconfig"] = cluster.Kubeconfig;
        builder.Configuration["ConnectionStrings:journal"] = $"Data Source={Path.Combine(folder, "journal.db")}";
        builder.Configuration["Runner:Id"] = id;
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddServiceDefaults();
        builder.AddLegatorRunner();
        builder.Logging.ClearProviders();
        change?.Invoke(builder);
        return builder.Build();
    }
}
