using Legator.Core.Runs;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tools;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.Runner.Tests.Sessions;

/// <summary>One run that several runners take up after each other; they share nothing but what is durable, and the test's tool.</summary>
internal sealed class SessionTakes : IAsyncDisposable
{
    private readonly ScenarioCluster _cluster;
    private readonly Tool _tool;
    private readonly RunKey _run;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-takes");
    private int _takes;

    private SessionTakes(ScenarioCluster cluster, Tool tool, RunKey run) => (_cluster, _tool, _run) = (cluster, tool, run);

    public static async Task<SessionTakes> OrderAsync(ScenarioCluster cluster, string name, RunSnapshot snapshot, Tool tool)
    {
        var takes = new SessionTakes(cluster, tool, new RunKey(OrderedRuns.Namespace, name));
        await cluster.ApplyAllAsync([ScenarioCluster.Secret("vendor-key", ("api-key", ModelVendor.Key))]);
        using var host = takes.Host();
        await host.OrderAsync(name, snapshot);
        return takes;
    }

    public async Task<SessionEnd> TakeAsync(string? crash, SessionStop stop)
    {
        using var host = Host();
        host.Services.GetRequiredService<CrashingJournal>().CrashAt(crash);
        return await host.Services.GetRequiredService<RunSessions>().RunAsync(_run, stop);
    }

    public async Task<IReadOnlyList<RunEventData>> EventsAsync()
    {
        using var host = Host();
        return [.. (await host.EventsAsync(_run)).Select(e => e.Data)];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private IHost Host() => RunnerHost.Build(_cluster, _folder.FullName, $"runner-{++_takes}", builder =>
    {
        var journal = builder.Services.Last(s => s.ServiceType == typeof(IRunJournal));
        builder.Services.Remove(journal);
        builder.Services.AddKeyedSingleton("real", (provider, _) => (IRunJournal)journal.ImplementationFactory!(provider));
        builder.Services.AddSingleton(provider => new CrashingJournal(provider.GetRequiredKeyedService<IRunJournal>("real")));
        builder.Services.AddSingleton<IRunJournal>(provider => provider.GetRequiredService<CrashingJournal>());
        builder.Services.AddSingleton(_tool);
    });
}
