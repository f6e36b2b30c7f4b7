using Legator.Backends.Kubernetes;
using Legator.Core.Approvals;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Vendors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>Plays a scenario with the real gate, the real tools and a SQLite journal; each take is a runner of its own that shares nothing with the last but what is durable.</summary>
internal sealed class ScenarioRunner(ScenarioCluster cluster, Scenario scenario, FakeVendor? vendor, string folder)
{
    /// <summary>The runs that were played.</summary>
    public List<LegatorRun> Runs { get; } = [];

    public async Task<IReadOnlyList<RunEvent>> PlayAsync()
    {
        var runs = Runs;
        await cluster.ApplyAllAsync(scenario.Objects);
        try
        {
            foreach (var (take, index) in scenario.Settings.Takes.Select((t, i) => (t, i)))
            {
                await PlayAsync(take, $"runner-{index + 1}", runs);
            }

            return await JournalAsync(runs);
        }
        finally
        {
            await DeleteEventsAsync(runs);
            await cluster.DeleteAllAsync([
                .. scenario.Objects,
                .. runs.Select(r => ScenarioCluster.Reference(r.ApiVersion, r.Kind, "agents", r.Metadata.Name!)),
                .. runs.Take(1).Select(r => ScenarioCluster.Reference(r.ApiVersion, "AgentState", "agents", $"{r.Spec.AgentRef}-state"))]);
        }
    }

    private async Task PlayAsync(ScenarioTake take, string runner, List<LegatorRun> runs)
    {
        using var host = Host(runner);
        var run = scenario.Run(take, vendor?.Address);
        if (runs.All(r => r.Metadata.Name != run.Metadata.Name))
        {
            runs.Add(await host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(run, default));
        }

        host.Services.GetRequiredService<CrashingJournal>().CrashAt(take.Crash);
        var working = host.Services.GetRequiredService<RunSessions>().RunAsync(new RunKey("agents", run.Metadata.Name!), new SessionStop(default, default));
        if (take.Crash is null)
        {
            (await working).ShouldBe(take.Waits ? SessionEnd.Suspended : SessionEnd.Finished);
        }
        else
        {
            await Should.ThrowAsync<RunnerDiedException>(working);
        }

        if (take.Decide is { } decision)
        {
            await DecideAsync(host.Services.GetRequiredService<IRunJournal>(), new RunKey("agents", run.Metadata.Name!), decision == "approve");
        }

        await cluster.ApplyAllAsync(take.Apply is null ? [] : scenario.Manifests(take.Apply));
        await cluster.DeleteAllAsync(take.Delete ? [ScenarioCluster.Reference(run.ApiVersion, run.Kind, "agents", run.Metadata.Name!)] : []);
    }

    /// <summary>As the API does it.</summary>
    private static async Task DecideAsync(IRunJournal journal, RunKey run, bool yes)
    {
        var approvals = await RunApprovals.ReadAsync(journal, run, default);
        var asked = approvals.All.Single(a => a.IsOpen);
        await journal.AppendAsync(run, approvals.Head, new ApprovalDecided(asked.Asked.Seq, asked.Asked.Request, asked.Judged.Digest, yes, "ann", yes ? null : "not today"), default);
    }

    private async Task<IReadOnlyList<RunEvent>> JournalAsync(List<LegatorRun> runs)
    {
        using var host = Host("reader");
        var events = new List<RunEvent>();
        foreach (var run in runs)
        {
            events.AddRange(await host.Services.GetRequiredService<IRunJournal>().ReadAsync(new RunKey("agents", run.Metadata.Name!), 0, 1000, default));
        }

        return events;
    }

    /// <summary>Tasks and events that the agent made; their names follow from run and call, so another play would find them.</summary>
    private async Task DeleteEventsAsync(List<LegatorRun> runs)
    {
        using var host = Host("sweeper");
        var events = host.Services.GetRequiredService<ResourceClient<AgentEvent>>();
        foreach (var run in runs.Take(1))
        {
            foreach (var made in (await events.ListAsync("agents", new ListQuery { LabelSelector = $"{LegatorApi.SourceAgentLabel}={run.Spec.AgentRef}" }, default)).Items)
            {
                await events.DeleteAsync("agents", made.Metadata.Name!, default);
            }
        }
    }

    private IHost Host(string runner) => RunnerHost.Build(cluster, folder, runner, builder =>
    {
        var journal = builder.Services.Last(s => s.ServiceType == typeof(IRunJournal));
        builder.Services.Remove(journal);
        builder.Services.AddKeyedSingleton("real", (provider, _) => (IRunJournal)journal.ImplementationFactory!(provider));
        builder.Services.AddSingleton(provider => new CrashingJournal(provider.GetRequiredKeyedService<IRunJournal>("real")));
        builder.Services.AddSingleton<IRunJournal>(provider => provider.GetRequiredService<CrashingJournal>());
    });
}
