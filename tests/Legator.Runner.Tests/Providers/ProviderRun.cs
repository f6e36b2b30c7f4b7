using Legator.Backends.Kubernetes;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Scenarios;
using Legator.Tests.ModelStandIn;
using Microsoft.Extensions.DependencyInjection;

namespace Legator.Runner.Tests.Providers;

/// <summary>A whole run, by the session, with a vendor's model.</summary>
internal static class ProviderRun
{
    private const string Sheet = """
        actions:
          - {id: remember, description: Leaves a note., tool: "state.*", tier: read}
        """;

    /// <summary>An agent that may leave notes, with a key that the vendor takes.</summary>
    public static RunSnapshot Snapshot(string provider, Uri vendor, int maxRetries = 0)
    {
        var snapshot = Models.Snapshot(provider, vendor, maxRetries);
        return snapshot with
        {
            Model = snapshot.Model with { Auth = new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "vendor-key", "api-key")) },
            Skills = [RunSnapshotSkill.From(SkillReader.Read(new() { Name = "s", Source = "bundled" }, new SkillFiles("Look, and keep notes of what you see.", Sheet, null)).Skill!)],
        };
    }

    public static async Task<IReadOnlyList<RunEventData>> PlayAsync(ScenarioCluster cluster, string name, RunSnapshot snapshot, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("legator-provider").FullName;
        using var host = RunnerHost.Build(cluster, folder, "r1", null, settings);
        await cluster.ApplyAllAsync([ScenarioCluster.Secret("vendor-key", ("api-key", ModelVendor.Key))]);
        var run = new RunKey("agents", name);
        await host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(
            new LegatorRun
            {
                Metadata = new() { Name = run.Name, Namespace = run.Namespace },
                Spec = new LegatorRunSpec { AgentRef = "hello", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, Snapshot = snapshot.ToJson() },
            },
            default);
        (await host.Services.GetRequiredService<RunSessions>().RunAsync(run, new SessionStop(default, default))).ShouldBe(SessionEnd.Finished);
        return [.. (await host.Services.GetRequiredService<IRunJournal>().ReadAsync(run, 0, 10_000, default)).Select(e => e.Data)];
    }
}
